package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plants the requests of an OpenAPI 3 description into ZAP's tree, each once with example values, so that the rules attack what no
 * page links to. ZAP's own add-on for that is not on Maven Central.
 */
final class OpenApiSeed {
    private final Session session;
    private final Path directory;
    private final Outcome outcome;

    OpenApiSeed(Session session, Path directory, Outcome outcome) {
        this.session = session;
        this.directory = directory;
        this.outcome = outcome;
    }

    /**
     * Reads the description and sends its requests.
     *
     * @param place a file beside the policy file, or a path of the application
     * @param writing whether requests other than GET are sent
     */
    void plant(String place, boolean writing) throws ZapException {
        JsonNode description;
        try {
            description = read(place);
        } catch (IOException | BadInput e) {
            outcome.missed(
                    "openapi",
                    place,
                    "the OpenAPI description %s could not be read: %s".formatted(place, e.getMessage()));
            return;
        }
        var requests = new OpenApiRequests(description).all();
        if (requests.isEmpty()) {
            outcome.missed("openapi", place, "the OpenAPI description %s describes no request".formatted(place));
        }
        for (var request : requests) {
            if (writing || request.method().equals("GET")) {
                session.zap()
                        .api()
                        .action(
                                "core",
                                "sendRequest",
                                Map.of("request", request.asText(session.target()), "followRedirects", false));
            }
        }
        outcome.count("described requests", requests.size());
    }

    private JsonNode read(String place) throws IOException, ZapException {
        if (!place.startsWith("/")) {
            return parse(place, Files.readString(directory.resolve(place)));
        }
        var answer = session.zap()
                .api()
                .action(
                        "core",
                        "accessUrl",
                        Map.of("url", session.target().resolve(place).toString(), "followRedirects", false))
                .path("accessUrl")
                .path(0)
                .path("responseBody")
                .asText("");
        return parse(place, answer);
    }

    private static JsonNode parse(String place, String text) throws IOException {
        return text.stripLeading().startsWith("{")
                ? ReportJson.mapper().readTree(text)
                : YamlTree.of(YamlFile.parse(place, text));
    }
}
