package dev.gatehouse.scanners.dast.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void closeEndsTheProgramAndAllThatItStarted() throws Exception {
        var program = start("sleep 300 & echo $! > child; echo $$ > self; wait");
        var child = pid("child");
        var self = pid("self");
        program.close();
        assertEnds(child);
        assertEnds(self);
    }

    @Test
    void aProgramThatDoesNotWantToEndIsMadeTo() throws Exception {
        var program = start("trap '' TERM; echo $$ > self; while :; do sleep 1; done");
        var self = pid("self");
        program.close();
        assertEnds(self);
    }

    @Test
    void theCodeOfAProgramThatEndsByItselfIsKnown() throws Exception {
        try (var program = start("echo said; exit 7")) {
            await(() -> !program.isAlive());
            assertThat(program.exitCode()).isEqualTo(7);
            assertThat(program.lastLines(5)).containsExactly("said");
        }
    }

    /** Its guard may not have come to wait for it yet. */
    @Test
    void theCodeOfAProgramThatEndsAtOnceIsKnown() throws Exception {
        var programs = new ArrayList<GuardedProcess>();
        for (int i = 0; i < 40; i++) {
            programs.add(start("exit 7"));
        }
        for (var program : programs) {
            await(() -> !program.isAlive());
            assertThat(program.exitCode()).isEqualTo(7);
        }
    }

    /** The JVM that started it is killed: nothing of its own can run any more. */
    @Test
    void aKilledParentLeavesNothingBehind() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var parent = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Parent.class.getName(), folder.toString())
                .inheritIO()
                .start();
        var self = pid("self");
        parent.destroyForcibly().waitFor();
        assertEnds(self);
    }

    /** What the killed JVM runs. */
    public static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            GuardedProcess.start(
                    List.of("/bin/sh", "-c", "echo $$ > self.tmp; mv self.tmp self; sleep 300"),
                    folder,
                    Map.of(),
                    folder.resolve("log.txt"));
            Thread.sleep(60_000);
        }
    }

    private GuardedProcess start(String script) throws Exception {
        return GuardedProcess.start(List.of("/bin/sh", "-c", script), folder, Map.of(), folder.resolve("log.txt"));
    }

    private long pid(String file) throws Exception {
        await(() -> Files.exists(folder.resolve(file))
                && !Files.readString(folder.resolve(file)).isBlank());
        return Long.parseLong(Files.readString(folder.resolve(file)).strip());
    }

    private static void assertEnds(long pid) throws Exception {
        await(() -> !isRunning(pid));
    }

    /** A dead process whose new parent has not asked for it yet, a zombie, does not run. */
    private static boolean isRunning(long pid) throws IOException {
        var stat = Path.of("/proc/%d/stat".formatted(pid));
        boolean zombie = Files.exists(stat) && Files.readString(stat).contains(") Z ");
        return !zombie && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it never happened").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
