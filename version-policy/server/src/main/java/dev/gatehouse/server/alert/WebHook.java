package dev.gatehouse.server.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts an alarm as JSON; any answer of class 2 says that it was taken. */
public final class WebHook implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param address may hold a secret, so it is never logged */
    public WebHook(URI address) {
        this.address = address;
    }

    @Override
    public void send(Alert alert) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(alert.json().toString()))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException("status " + status);
        }
    }

    @Override
    public String name() {
        return "web hook";
    }
}
