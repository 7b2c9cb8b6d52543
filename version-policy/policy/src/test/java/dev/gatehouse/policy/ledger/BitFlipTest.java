package dev.gatehouse.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not sampled: every bit of a small ledger is tried, so the property holds for each of them. */
class BitFlipTest {
    @TempDir
    Path folder;

    @Test
    void anySingleFlippedBitIsFound() throws IOException {
        var file = folder.resolve("ledger.jsonl");
        for (var note : new String[] {"one", "two @ \u00e9", "three"}) {
            Entries.append(new FileLedger(file), note);
        }
        var good = Files.readAllBytes(file);
        assertThat(good.length).isGreaterThan(600);
        for (int bit = 0; bit < good.length * 8; bit++) {
            var bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bad);
            assertThatThrownBy(() -> Entries.notes(new FileLedger(file)))
                    .as("bit %d of byte %d", bit % 8, bit / 8)
                    .isInstanceOf(BrokenLedger.class);
        }
    }
}
