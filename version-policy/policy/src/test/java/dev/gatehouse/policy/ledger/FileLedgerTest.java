package dev.gatehouse.policy.ledger;

import static dev.gatehouse.policy.ledger.Entries.append;
import static dev.gatehouse.policy.ledger.Entries.draft;
import static dev.gatehouse.policy.ledger.Entries.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.policy.json.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLedgerTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void threeEntries() {
        file = folder.resolve("ledger.jsonl");
        append(new FileLedger(file), "one");
        append(new FileLedger(file), "two");
        append(new FileLedger(file), "thr\u00e9e\n\u202e<script>");
    }

    @Test
    void entriesAreReadBackInOrder() {
        assertThat(notes(new FileLedger(file))).containsExactly("one", "two", "thr\u00e9e\n\u202e<script>");
    }

    @Test
    void everyLineCanBeCheckedWithAnySha256Program() throws IOException {
        for (var line : Files.readAllLines(file)) {
            var body = line.substring(65).getBytes(StandardCharsets.UTF_8);
            assertThat(Sha256.of(body)).isEqualTo(line.substring(0, 64));
        }
    }

    @Test
    void whoeverDecidedOnAnOldHeadIsTold() throws Conflict {
        var ours = new FileLedger(file);
        var head = ours.read(Head.START, entry -> {});
        append(new FileLedger(file), "theirs");
        assertThatThrownBy(() -> ours.append(head, draft("ours"), Entries.TIME)).isInstanceOf(Conflict.class);
        assertThat(notes(ours)).hasSize(4).endsWith("theirs");
    }

    @Test
    void whateverPartOfALineAPowerCutLeavesOnlyWholeOnesCount() throws IOException {
        var whole = Files.readAllBytes(file);
        append(new FileLedger(file), "f\u00fcnf");
        var longer = Files.readAllBytes(file);
        for (int length = whole.length; length < longer.length - 1; length += 7) {
            Files.write(file, Arrays.copyOf(longer, length));
            assertThat(notes(new FileLedger(file))).hasSize(3);
            append(new FileLedger(file), "next");
            assertThat(notes(new FileLedger(file))).hasSize(4).endsWith("next");
        }
    }

    @Test
    void aWholeEntryThatOnlyLacksItsLineFeedIsKept() throws IOException {
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        append(new FileLedger(file), "four");
        assertThat(notes(new FileLedger(file)))
                .hasSize(4)
                .startsWith("one", "two")
                .endsWith("four");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5000})
    void zerosThatAPowerCutLeavesAreNoEntry(int zeros) throws IOException {
        Files.write(file, new byte[zeros], StandardOpenOption.APPEND);
        append(new FileLedger(file), "four");
        assertThat(notes(new FileLedger(file))).hasSize(4).endsWith("four");
    }

    @Test
    void aBrokenLedgerIsNeverAppendedToNorChanged() throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> append(new FileLedger(file), "four"))
                .isInstanceOf(BrokenLedger.class)
                .hasMessage(file + ":1: entry 1 is broken: its hash does not match its content");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void anEntryThatIsNotInTheOneCanonicalFormIsFoundByAnAudit() throws IOException {
        assertThat(LedgerAudit.verify(new FileLedger(file)).sequence()).isEqualTo(3);
        var first = Files.readAllLines(file).get(0).substring(65);
        for (var other : new String[] {
            first.replace("\"version\":1", "\"version\": 1"),
            first.replace("\"note\":\"one\"", "\"note\":\"two\",\"note\":\"one\""),
            first.replace("\"note\":\"one\"", "\"note\":\"\\u006fne\"")
        }) {
            var hash = Sha256.of(other.getBytes(StandardCharsets.UTF_8));
            Files.writeString(file, hash + " " + other + "\n");
            assertThatThrownBy(() -> LedgerAudit.verify(new FileLedger(file)))
                    .isInstanceOf(BrokenLedger.class)
                    .hasMessageContaining("entry 1 is broken: its content is not written as canonical JSON");
        }
    }

    @Test
    void aDroppedLineIsFound() throws IOException {
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> notes(new FileLedger(file)))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining(":2: entry 2 is broken: it carries the sequence 3");
    }

    @Test
    void textThatIsNoEntryIsNotTakenForATornOne() throws IOException {
        Files.writeString(file, "deadbeef but not an entry", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> append(new FileLedger(file), "four")).isInstanceOf(BrokenLedger.class);
    }

    @Test
    void aLedgerThatIsNotThereIsEmptyAndReadingDoesNotCreateIt() {
        var missing = folder.resolve("no/ledger.jsonl");
        assertThat(notes(new FileLedger(missing))).isEmpty();
        assertThat(missing.getParent()).doesNotExist();
    }

    @Test
    void aFileThatShrinksWhileInUseIsNotWrittenTo() throws IOException {
        var store = new FileLedger(file);
        var head = store.read(Head.START, entry -> {});
        Files.writeString(file, Files.readAllLines(file).get(0) + "\n");
        assertThatThrownBy(() -> store.append(head, draft("x"), Entries.TIME))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("the file has become shorter");
    }
}
