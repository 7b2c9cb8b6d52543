package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real {@code bin/gatehouse}, with a cache and a data folder of its own.
 *
 * @param room where a run's output is kept
 * @param heapMegabytes of the command itself, not of its engines
 * @param environment variables on top of this process's own
 */
public record Installed(Path cache, Path data, Path room, int heapMegabytes, Map<String, String> environment) {
    private static final Path HOME =
            Path.of(System.getProperty("gatehouse.home")).toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(8);

    Installed(Path cache, Path data, Path room, int heapMegabytes) {
        this(cache, data, room, heapMegabytes, Map.of());
    }

    /** How one run ended. */
    public record Ended(int exit, String out, String err, Duration took) {
        public Ended {
            assertThat(err).as("no run may end in a stack trace").doesNotContain("\tat dev.gatehouse", "Exception in");
        }
    }

    /** A run that has not ended yet. */
    public record Running(Process process, Path out, Path err, long started) {

        Ended ended() throws Exception {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                endTree();
                throw new AssertionError("not done within " + LIMIT + ": " + Files.readString(err));
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out),
                    Files.readString(err),
                    Duration.ofNanos(System.nanoTime() - started));
        }

        private void endTree() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Everything is cold: no result is kept yet, and no vulnerability database is made. */
    public static Installed cold(Path folder) throws IOException {
        var room = Files.createDirectories(folder.resolve("room"));
        return new Installed(folder.resolve("cache"), folder.resolve("data"), room, 256);
    }

    /** A cold cache, and a vulnerability database that is made once for all tests. */
    public static Installed prepared(Path folder) throws Exception {
        var data = HOME.resolveSibling("it-data");
        synchronized (Installed.class) {
            if (!Files.exists(data.resolve("prepared"))) {
                var cold = cold(folder.resolve("preparation"));
                var project = Files.createDirectories(cold.room().resolve("project"));
                Jars.vulnerable(project.resolve("lib.jar"));
                var maker = new Installed(cold.cache(), data, cold.room(), 256);
                assertThat(maker.run("scan", project.toString(), "--only", "sca")
                                .exit())
                        .isEqualTo(1);
                Files.createFile(data.resolve("prepared"));
            }
        }
        return new Installed(cold(folder).cache(), data, folder.resolve("room"), 256);
    }

    Installed withHeap(int megabytes) {
        return new Installed(cache, data, room, megabytes, environment);
    }

    public Installed with(Map<String, String> variables) {
        return new Installed(cache, data, room, heapMegabytes, variables);
    }

    public Ended run(String... arguments) throws Exception {
        return start(arguments).ended();
    }

    public Running start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** As from a terminal: whoever runs the tests in the background, or with nohup, hands INT and HUP down as ignored. */
    Running startHearingSignals(String... arguments) throws IOException {
        return start(List.of("env", "--default-signal=INT,HUP,TERM"), arguments);
    }

    private Running start(List<String> before, String... arguments) throws IOException {
        var out = Files.createTempFile(room, "out-", ".txt");
        var err = Files.createTempFile(room, "err-", ".txt");
        var command = new ArrayList<>(before);
        command.add(HOME.resolve("bin/gatehouse").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("GATEHOUSE_CACHE", cache.toString());
        builder.environment().put("GATEHOUSE_DATA", data.toString());
        builder.environment().put("GATEHOUSE_HEAP", heapMegabytes + "m");
        builder.environment()
                .put(
                        "GATEHOUSE_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new Running(builder.start(), out, err, System.nanoTime());
    }
}
