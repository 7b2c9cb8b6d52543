package dev.gatehouse.jenkins.config;

import dev.gatehouse.policy.remote.Wire;
import hudson.ProxyConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** From the controller, by the proxy that Jenkins is set to. */
final class ProxiedWire implements Wire {

    @Override
    public Reply send(String method, URI address, Map<String, String> fields, byte[] body)
            throws IOException, InterruptedException {
        var request = ProxyConfiguration.newHttpRequestBuilder(address)
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        fields.forEach(request::setHeader);
        var client = ProxyConfiguration.newHttpClientBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }
}
