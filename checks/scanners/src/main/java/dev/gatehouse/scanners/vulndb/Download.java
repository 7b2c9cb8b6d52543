package dev.gatehouse.scanners.vulndb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches files so that nothing is fetched twice: a file that did not change is kept (RFC 9110 §13), one that broke off
 * goes on where it broke off (§14), and a server that is busy is asked again later.
 */
final class Download {
    private static final int TRIES = 6;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final HttpClient http;
    private final Pause pause;

    /** Waits between two tries. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    Download(HttpClient http, Pause pause) {
        this.http = http;
        this.pause = pause;
    }

    /** Makes the file what the address has now; false when the address has nothing. */
    boolean fetch(URI address, Path file) throws IOException {
        IOException last = new IOException("never tried");
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                var status = once(address, file);
                if (status == 404) {
                    return false;
                }
                if (status == 200 || status == 304) {
                    return true;
                }
                last = new IOException("%s answered %d".formatted(address, status));
                if (status != 429 && status < 500) {
                    throw last;
                }
            } catch (IOException e) {
                last = e;
            }
            rest(Duration.ofSeconds(1L << tries));
        }
        throw new IOException("%s cannot be fetched: %s".formatted(address, last.getMessage()), last);
    }

    private int once(URI address, Path file) throws IOException {
        var part = sibling(file, ".part");
        var partTag = sibling(file, ".part.tag");
        var tag = sibling(file, ".tag");
        var request = HttpRequest.newBuilder(address).timeout(LONGEST);
        var begun = Files.exists(part) && Files.exists(partTag);
        if (begun) {
            request.header("Range", "bytes=" + Files.size(part) + "-");
            request.header("If-Range", Files.readString(partTag));
        } else if (Files.exists(file) && Files.exists(tag)) {
            var known = Files.readString(tag);
            request.header(known.endsWith("GMT") ? "If-Modified-Since" : "If-None-Match", known);
        }
        var response = send(request.build());
        try (var body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> {
                    Files.deleteIfExists(partTag);
                    Files.deleteIfExists(part);
                    validator(response).ifPresent(value -> write(partTag, value));
                    Files.copy(body, part);
                }
                case 206 -> {
                    try (var out = Files.newOutputStream(part, StandardOpenOption.APPEND)) {
                        body.transferTo(out);
                    }
                }
                case 416 -> {
                    Files.deleteIfExists(part);
                    Files.deleteIfExists(partTag);
                    return 503;
                }
                default -> {
                    return response.statusCode();
                }
            }
        }
        if (Files.exists(partTag)) {
            Files.move(partTag, tag, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return 200;
    }

    private static Optional<String> validator(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"));
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the download was interrupted", e);
        }
    }

    private void rest(Duration time) throws IOException {
        try {
            pause.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the download was interrupted", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
