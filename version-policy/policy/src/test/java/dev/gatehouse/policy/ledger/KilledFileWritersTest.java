package dev.gatehouse.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, several at a time on one file, each killed in the middle of its work. */
class KilledFileWritersTest {
    private static final int KILLS = 200;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedEntryIsLostWhenWritersAreKilled() throws IOException, InterruptedException, ExecutionException {
        var file = folder.resolve("ledger.jsonl");
        var acknowledged = new KilledWriters(folder, AppendingProcess.class, file.toString()).run(KILLS);
        var kept = new HashMap<Long, String>();
        new FileLedger(file).read(Head.START, entry -> kept.put(entry.sequence(), entry.hash()));
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(KILLS)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> {
                    var parts = line.split(" ", 2);
                    assertThat(kept).containsEntry(Long.parseLong(parts[0]), parts[1]);
                });
        // an entry may be there that nobody was told of; but at most the last one of each process
        assertThat(kept.size() - acknowledged.size()).isBetween(0, KILLS);
        assertThat(Entries.append(new FileLedger(file), "afterwards").sequence())
                .isEqualTo(kept.size() + 1);
    }
}
