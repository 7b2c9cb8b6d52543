package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void anEndedScanLeavesNoDaemonAndNoApplicationBehind(String signal) throws Exception {
        var scan = Installed.cold(folder).start("scan", project.toString(), "--only", "dast", "--out", out.toString());
        long deadline = System.nanoTime() + SOON.toNanos();
        while (started(scan.process()).size() < 2) {
            assertThat(scan.process().isAlive())
                    .as(Files.readString(scan.err()))
                    .isTrue();
            assertThat(System.nanoTime()).as("the daemon never came").isLessThan(deadline);
            Thread.sleep(50);
        }
        var started = started(scan.process());
        new ProcessBuilder("kill", "-" + signal, Long.toString(scan.process().pid()))
                .start()
                .waitFor();
        scan.process().waitFor();
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(20, TimeUnit.SECONDS);
        assertThat(started).noneMatch(ProcessHandle::isAlive);
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
}
