package dev.gatehouse.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who uses Jenkins by REST. */
final class Person {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealJenkins jenkins;
    private final String name;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** @param name empty for somebody who has not signed in */
    Person(RealJenkins jenkins, String name) {
        this.jenkins = jenkins;
        this.name = name;
    }

    String name() {
        return name;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as("%s for %s", path, name).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        var crumb = json("crumbIssuer/api/json");
        return client.send(
                request(path)
                        .header(
                                crumb.get("crumbRequestField").asText(),
                                crumb.get("crumb").asText())
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** As the form under Manage Jenkins » Plugins sends it. */
    void upload(Path plugin) throws IOException, InterruptedException {
        var boundary = "x" + System.nanoTime();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"name\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, plugin.getFileName())
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Files.readAllBytes(plugin));
        bytes.writeBytes("\r\n--%s\r\nContent-Disposition: form-data; name=\"pluginUrl\"\r\n\r\n\r\n--%s--\r\n"
                .formatted(boundary, boundary)
                .getBytes(StandardCharsets.UTF_8));
        var answer = post(
                "pluginManager/uploadPlugin",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(bytes.toByteArray()));
        assertThat(answer.statusCode()).as("upload of the plugin").isIn(200, 302);
    }

    /** Runs a Groovy script as an administrator does on the script console; returns what it printed. */
    String script(String text) throws IOException, InterruptedException {
        var answer = post("scriptText", Map.of("script", text));
        assertThat(answer.statusCode()).as("script console").isEqualTo(200);
        return answer.body().strip();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(jenkins.address(path));
        if (!name.isEmpty()) {
            var login = Base64.getEncoder()
                    .encodeToString("%1$s:%1$s-pw".formatted(name).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        return request;
    }
}
