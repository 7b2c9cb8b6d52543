package dev.gatehouse.trackers.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed with signal 9 in the midst of writing; two at once share the file. */
class KilledOutboxTest {
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    @Test
    void whatWasSaidToBeDurableIsThereAfterKills() throws Exception {
        var file = folder.resolve("outbox.db");
        for (int round = 0; round < ROUNDS; round++) {
            var targets = List.of("left " + round, "right " + round);
            var processes = new ArrayList<Process>();
            for (var target : targets) {
                processes.add(start(file, target));
            }
            var said = new ArrayList<Integer>();
            for (var process : processes) {
                said.add(killAfter(process, 30 + 17 * round));
            }
            try (var outbox = SqlOutbox.open(file, Clock.systemUTC())) {
                for (int i = 0; i < targets.size(); i++) {
                    assertThat(outbox.memories("jira", targets.get(i), "key").keySet())
                            .hasSizeGreaterThanOrEqualTo(said.get(i) + 1)
                            .contains("n0", "n" + said.get(i));
                }
                assertThat(outbox.entries()).isNotEmpty();
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
            assertThat(rows.getString(1)).isEqualTo("ok");
        }
    }

    private static Process start(Path file, String target) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AddingProcess.class.getName(),
                        file.toString(),
                        target)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The last number that it said before it died. */
    private static int killAfter(Process process, int number) throws Exception {
        int last = -1;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = Integer.parseInt(line);
                if (last >= number) {
                    break;
                }
            }
            process.toHandle().destroyForcibly();
        }
        process.waitFor();
        assertThat(last).isGreaterThanOrEqualTo(number);
        return last;
    }
}
