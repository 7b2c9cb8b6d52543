package dev.gatehouse.jenkins.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Jenkins with a home of its own; everybody in it has the password that is their name with {@code -pw} behind. */
final class RealJenkins {
    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private RealJenkins(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Not started yet; with the plugins that are given, and without ours. */
    static RealJenkins in(Path home) throws IOException {
        var plugins = Files.createDirectories(home.resolve("plugins"));
        try (var given = Files.newDirectoryStream(Given.plugins(), "*.{hpi,jpi}")) {
            for (var plugin : given) {
                var name =
                        Objects.requireNonNull(plugin.getFileName()).toString().replaceAll("\\.[hj]pi$", "");
                if (!name.equals("gatehouse")) {
                    Files.copy(plugin, plugins.resolve(name + ".jpi"));
                }
            }
        }
        if (!Files.exists(plugins.resolve("matrix-auth.jpi"))) {
            throw new AssertionError("matrix-auth is not in -Djenkins.plugins.dir: by it people get their permissions");
        }
        var scripts = Files.createDirectories(home.resolve("init.groovy.d"));
        try (var script = Objects.requireNonNull(RealJenkins.class.getResourceAsStream("people.groovy"))) {
            Files.copy(script, scripts.resolve("people.groovy"));
        }
        return new RealJenkins(home, freePort());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Path home() {
        return home;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(port, path));
    }

    void start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        Given.java().toString(),
                        "-Xmx1g",
                        "-Djava.awt.headless=true",
                        "-Djenkins.install.runSetupWizard=false",
                        "-Dhudson.model.UpdateCenter.never=true",
                        "-jar",
                        Given.war().toString(),
                        "--httpListenAddress=127.0.0.1",
                        "--httpPort=" + port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("JENKINS_HOME", home.toString());
        builder.environment()
                .put("GATEHOUSE_DATA", home.resolve("gatehouse-data").toString());
        builder.environment()
                .put("GATEHOUSE_CACHE", home.resolve("gatehouse-cache").toString());
        process = builder.start();
        awaitLogin();
    }

    private void awaitLogin() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var login = HttpRequest.newBuilder(address("login"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process().isAlive()) {
            try {
                if (client.send(login, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Thread.sleep(300);
        }
        throw new AssertionError("Jenkins did not start:\n" + Files.readString(log()));
    }

    void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    /** Everything that Jenkins wrote. */
    String said() throws IOException {
        return Files.readString(log(), StandardCharsets.UTF_8);
    }

    private Path log() {
        return home.resolve("jenkins.log");
    }

    private Process process() {
        return Objects.requireNonNull(process, "not started");
    }

    /** Processes that somebody in this home started, besides Jenkins itself. */
    List<String> children() {
        return ProcessHandle.allProcesses()
                .filter(other -> process == null || other.pid() != process.pid())
                .flatMap(other -> other.info().commandLine().stream())
                .filter(line -> line.contains(home + "/"))
                .toList();
    }

    void stop() throws InterruptedException {
        var running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }
}
