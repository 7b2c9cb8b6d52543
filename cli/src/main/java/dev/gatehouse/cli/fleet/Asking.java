package dev.gatehouse.cli.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks all regions at once. Whatever they answer is believed in nothing but a short version. */
final class Asking {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern VERSION = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._+() -]{0,99}");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final Duration limit;

    /** @param limit for each answer */
    Asking(Duration limit) {
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    List<Answer> ask(List<Region> regions) {
        var asked = regions.stream().map(this::ask).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Answer> ask(Region region) {
        var request = HttpRequest.newBuilder(region.address())
                .timeout(limit)
                .header("Accept", "application/json, text/plain")
                .header("Cache-Control", "no-cache")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(response -> read(region, response))
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Answer.unknown(region, why(failure)));
    }

    private Answer read(Region region, HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                return Answer.unknown(region, "it answered with status %d".formatted(response.statusCode()));
            }
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return Answer.unknown(region, "its answer has more than %d KB".formatted(MOST_BYTES >> 10));
            }
            return version(region, new String(bytes, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer version(Region region, String text) {
        var version = text;
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
            try {
                var document = json.readTree(text);
                version = document.isTextual()
                        ? document.asText()
                        : document.at(region.pointer()).asText();
            } catch (JsonProcessingException e) {
                return Answer.unknown(region, "its answer is not JSON");
            }
        }
        if (!VERSION.matcher(version).matches()) {
            return Answer.unknown(
                    region,
                    version.isEmpty()
                            ? "its answer has no version at %s".formatted(region.pointer())
                            : "'%s' is no version".formatted(VisibleText.brief(version)));
        }
        return Answer.of(region, version);
    }

    private String why(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return "it did not answer within %d s".formatted(limit.toSeconds());
        }
        var message = cause.getMessage();
        return "it cannot be reached (%s)"
                .formatted(message == null ? cause.getClass().getSimpleName() : VisibleText.brief(message));
    }
}
