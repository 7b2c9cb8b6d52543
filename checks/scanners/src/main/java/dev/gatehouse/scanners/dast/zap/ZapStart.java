package dev.gatehouse.scanners.dast.zap;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.process.FreePort;
import dev.gatehouse.scanners.dast.process.GuardedProcess;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets a ZAP that answers: connects to a running one, or starts one with a home, a port and a key of its own. */
public final class ZapStart {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(3);
    private static final int ATTEMPTS = 3;
    private static final int KEY_BYTES = 24;
    private static final int PAUSE_MILLIS = 150;
    private static final int SHOWN_LINES = 3;
    private static final List<String> LOST_PORT =
            List.of("Address already in use", "Failed to start the main proxy", "unable to start the main proxy");

    private final EngineHome home;
    private final SecureRandom random;
    private final PortChoice ports;

    /** Where to listen; a test hands out a port that is taken. */
    public interface PortChoice {
        int next() throws IOException;
    }

    /** Starts ZAP in the work folder of {@code home}. */
    public ZapStart(EngineHome home) {
        this(home, FreePort::find);
    }

    public ZapStart(EngineHome home, PortChoice ports) {
        this.home = home;
        this.random = new SecureRandom();
        this.ports = ports;
    }

    /**
     * A ZAP that answered its version.
     *
     * @throws ZapException with a sentence on why there is none
     */
    public Zap get(ZapChoice choice, Progress progress) throws ZapException {
        progress.at("dast", "starting ZAP", 0, 0);
        if (choice instanceof ZapChoice.Running running) {
            var api = new ZapApi(running.address(), running.key(), ANSWER);
            return new Zap(api, version(api), false, null);
        }
        var words = List.<String>of();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var process = start(choice);
            var zap = firstAnswer(process, choice instanceof ZapChoice.Embedded);
            if (zap.isPresent()) {
                return zap.get();
            }
            words = process.guarded().lastLines(SHOWN_LINES);
        }
        throw new ZapException(
                ZapException.Kind.GONE,
                "",
                "ZAP ended while it started, %d times, as it does when another program takes its port: %s"
                        .formatted(ATTEMPTS, String.join(" | ", words)));
    }

    /** A ZAP that may come to answer. */
    private record Starting(GuardedProcess guarded, URI address, String key) {
        ZapApi api(Duration limit) {
            return new ZapApi(address, key, limit);
        }
    }

    /** Nothing when it ended of its own accord, and may not when it is started again. */
    private static Optional<Zap> firstAnswer(Starting starting, boolean embedded) throws ZapException {
        var process = starting.guarded();
        try {
            var version = firstAnswer(process, starting.api(FIRST_ANSWER));
            if (version.isEmpty()) {
                process.close();
            }
            return version.map(its -> new Zap(starting.api(ANSWER), its, embedded, process));
        } catch (ZapException e) {
            process.close();
            throw e;
        }
    }

    private static Optional<String> firstAnswer(GuardedProcess process, ZapApi api) throws ZapException {
        long deadline = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            // asked in this order, its log is whole when it has ended
            boolean ended = !process.isAlive();
            // a ZAP that lost its port ends with code 0, as if it had been asked to
            if (lostThePort(process) || (ended && process.exitCode() == 0)) {
                return Optional.empty();
            }
            if (ended) {
                throw new ZapException(
                        ZapException.Kind.GONE,
                        "",
                        "ZAP ended while it started, with code %d: %s"
                                .formatted(process.exitCode(), String.join(" | ", process.lastLines(SHOWN_LINES))));
            }
            try {
                return Optional.of(version(api));
            } catch (ZapException e) {
                // not up yet, or another program holds the port: its log tells which
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ZapException(ZapException.Kind.GONE, "", "the scan was interrupted");
            }
        }
        throw new ZapException(
                ZapException.Kind.TIMED_OUT,
                "",
                "ZAP did not answer within %d s after it was started".formatted(STARTED_WITHIN.toSeconds()));
    }

    private static boolean lostThePort(GuardedProcess process) {
        return process.lastLines(200).stream()
                .anyMatch(line -> LOST_PORT.stream().anyMatch(line::contains));
    }

    private static String version(ZapApi api) throws ZapException {
        return api.view("core", "version", Map.of()).path("version").asText();
    }

    private Starting start(ZapChoice choice) throws ZapException {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        try {
            int port = ports.next();
            return new Starting(process(choice, port, key), URI.create("http://127.0.0.1:" + port), key);
        } catch (IOException e) {
            throw new ZapException(ZapException.Kind.GONE, "", "ZAP could not be started: " + e.getMessage());
        }
    }

    private GuardedProcess process(ZapChoice choice, int port, String key) throws IOException {
        Files.createDirectories(home.work());
        var folder = Files.createTempDirectory(home.work(), "zap-");
        var settings = folder.resolve("settings.properties");
        // the key is not on the command line, where everybody on the machine could read it
        Files.createFile(settings);
        if (Files.getFileStore(settings).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(settings, "api.key=" + key + "\n");
        var command = new ArrayList<>(program(choice, folder));
        command.addAll(List.of(
                "-daemon",
                "-silent",
                "-host",
                "127.0.0.1",
                "-port",
                Integer.toString(port),
                "-dir",
                folder.resolve("home").toString(),
                "-configfile",
                settings.toString()));
        return GuardedProcess.start(command, folder, Map.of(), folder.resolve("log.txt"));
    }

    private List<String> program(ZapChoice choice, Path folder) {
        if (choice instanceof ZapChoice.Installed installed) {
            return List.of(installed.home().toAbsolutePath().resolve("zap.sh").toString());
        }
        var jars = home.directory().resolve("zap");
        return List.of(
                home.java().toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                jars + "/*",
                "org.zaproxy.zap.ZAP",
                "-installdir",
                jars.toString());
    }
}
