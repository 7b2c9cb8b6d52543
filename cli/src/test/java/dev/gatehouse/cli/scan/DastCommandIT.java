package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with an application to scan: what it refuses, and that it leaves nothing behind. */
class DastCommandIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path SHOP = Path.of(System.getProperty("gatehouse.checkout"), "samples", "vulnerable-shop")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    private Path project = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve(".gatehouse.yml"), """
                version: 1
                dast:
                  start:
                    command: ["{java}", -Xmx128m, -jar, "%s", --port, "{port}"]
                """.formatted(SHOP.resolve("target/vulnerable-shop.jar")));
        out = folder.resolve("out");
    }

    @Test
    void askedForByNameWithoutAnApplicationItIsAMistake() throws Exception {
        var empty = Files.createDirectories(folder.resolve("empty"));
        var ended = Installed.cold(folder).run("scan", empty.toString(), "--only", "dast", "--out", out.toString());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("dast needs an application: give --target URL");
        assertThat(out).doesNotExist();
    }

    @Test
    void anApplicationThatDoesNotAnswerMakesTheScanIncomplete() throws Exception {
        var ended = Installed.cold(folder)
                .run(
                        "scan",
                        project.toString(),
                        "--only",
                        "dast",
                        "--target",
                        "http://127.0.0.1:1/",
                        "--out",
                        out.toString());
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.out()).contains("nothing answers at http://127.0.0.1:1/");
    }

    /** INT comes from a terminal, and to all that runs in it; TERM from Jenkins, HUP from a terminal that is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
    void anEndedScanLeavesNoDaemonAndNoApplicationBehind(String signal) throws Exception {
        var scan = Installed.cold(folder)
                .startHearingSignals("scan", project.toString(), "--only", "dast", "--out", out.toString());
        await("the daemon and the application", () -> {
            assertThat(scan.process().isAlive())
                    .as(Files.readString(scan.err()))
                    .isTrue();
            return started(scan.process()).size() == 2;
        });
        var started = started(scan.process());
        var others = scan.process()
                .descendants()
                .filter(process -> !started.contains(process))
                .toList();
        if (signal.equals("INT")) {
            // in the middle of it, and to the shells in the same group, which must not let go of what they guard
            await("the attack", () -> Files.readString(scan.err()).contains("trying rules"));
            others.forEach(shell -> send(signal, shell.pid()));
        }
        send(signal, scan.process().pid());
        scan.process().waitFor();
        var all = Stream.concat(started.stream(), others.stream()).toList();
        await("the end of all", () -> all.stream().noneMatch(DastCommandIT::runs));
        assertThat(out.resolve("report.json")).as("a report of half a scan").doesNotExist();
    }

    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application and ZAP, once both run as themselves. */
    private static List<ProcessHandle> started(Process scan) {
        return scan.descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .toList();
    }

    /** A dead process that its new parent has not asked for yet, a zombie, does not run; in a container nobody may ever ask. */
    private static boolean runs(ProcessHandle process) {
        try {
            return process.isAlive()
                    && !Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                            .contains(") Z ");
        } catch (IOException e) {
            return false; // gone between the two questions
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what + " never came").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
