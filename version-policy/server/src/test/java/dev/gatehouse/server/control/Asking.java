package dev.gatehouse.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the API as somebody. */
final class Asking {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final House house;
    private final String token;

    Asking(House house, String token) {
        this.house = house;
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(house.at(path))
                    .header("authorization", "Bearer " + token)
                    .header("content-type", "application/json")
                    .method(
                            method,
                            method.equals("GET") || method.equals("DELETE")
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A candidate of the shop. */
    static String proposal(String version) {
        return """
                {"app":"shop","platform":"ios","channel":"stable","version":"%s",
                 "artifacts":[{"name":"shop.zip","sha256":"%s"}],"commit":"%s","authors":["dora@example.org"],
                 "scan":{"verdict":"passed","commit":"","reportSha256":"%s"}}""".formatted(version, "a".repeat(64), "b".repeat(40), "c".repeat(64));
    }
}
