package dev.gatehouse.scanners.dast.process;

import dev.gatehouse.scanners.dast.settings.StartSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The application under test: one that runs anyway, or one that is started for the scan and ends with it. */
public final class Application implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 100;
    private static final int SHOWN_LINES = 3;

    private final URI address;
    private final @Nullable GuardedProcess process;

    private Application(URI address, @Nullable GuardedProcess process) {
        this.address = address;
        this.process = process;
    }

    /** One that runs anyway. */
    public static Application at(URI address) {
        return new Application(address, null);
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param target where it answers; none for {@code http://127.0.0.1:PORT/}
     * @param log takes what it prints, and stays
     * @throws IOException with a sentence when it does not come up
     */
    public static Application start(StartSettings settings, @Nullable URI target, Path log) throws IOException {
        int port = settings.port() == 0 ? FreePort.find() : settings.port();
        var command = settings.command().stream().map(word -> put(word, port)).toList();
        var environment = new LinkedHashMap<String, String>();
        settings.environment().forEach((name, value) -> environment.put(name, put(value, port)));
        var address = target == null ? URI.create("http://127.0.0.1:%d/".formatted(port)) : target;
        GuardedProcess process;
        try {
            Files.createDirectories(Objects.requireNonNull(log.toAbsolutePath().getParent()));
            process = GuardedProcess.start(command, settings.directory(), environment, log);
        } catch (IOException e) {
            throw new IOException("the application could not be started: " + e.getMessage(), e);
        }
        var application = new Application(address, process);
        try {
            application.awaitReady(settings, process);
            return application;
        } catch (IOException e) {
            application.close();
            throw e;
        }
    }

    private static String put(String text, int port) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return text.replace("{port}", Integer.toString(port)).replace("{java}", java);
    }

    public URI address() {
        return address;
    }

    /** Whether it still answers, with whatever status. */
    public boolean answers() {
        return (process == null || process.isAlive()) && answers(address, HttpResponse.BodyHandlers.discarding(), 599);
    }

    private void awaitReady(StartSettings settings, GuardedProcess process) throws IOException {
        long deadline = System.nanoTime() + settings.readyWithin().toNanos();
        var ready = address.resolve(settings.readyPath());
        while (!answers(ready, HttpResponse.BodyHandlers.discarding(), 499)) {
            if (!process.isAlive()) {
                throw new IOException("the application ended while it started, with code %d: %s"
                        .formatted(process.exitCode(), String.join(" | ", process.lastLines(SHOWN_LINES))));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the application did not answer %s within %d s"
                        .formatted(ready, settings.readyWithin().toSeconds()));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the scan was interrupted", e);
            }
        }
    }

    private static boolean answers(URI address, HttpResponse.BodyHandler<Void> ignored, int worst) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER)
                .build();
        try {
            var request = HttpRequest.newBuilder(address).timeout(ANSWER).GET().build();
            return client.send(request, ignored).statusCode() <= worst;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
