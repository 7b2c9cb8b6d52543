package dev.gatehouse.policy.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entries;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Checkpoint checkpoint = new Checkpoint(Head.START, Entries.TIME);

    @BeforeEach
    void aLedgerOfThree() {
        file = folder.resolve("ledger.jsonl");
        for (var note : List.of("one", "two", "three")) {
            Entries.append(new FileLedger(file), note);
        }
        checkpoint = new Checkpoint(new FileLedger(file).read(Head.START, entry -> {}), Entries.TIME);
    }

    @Test
    void aLedgerThatHasGrownSinceIsInOrder() {
        Entries.append(new FileLedger(file), "four");
        assertThat(checkpoint.verify(new FileLedger(file)).sequence()).isEqualTo(4);
    }

    @Test
    void aLedgerThatWasCutOffAtItsEndIsFound() throws IOException {
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n");
        assertThat(new FileLedger(file).read(Head.START, entry -> {}).sequence())
                .as("the chain alone cannot tell")
                .isEqualTo(2);
        assertThatThrownBy(() -> checkpoint.verify(new FileLedger(file)))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageEndingWith("entry 3 is broken: the ledger is cut off: the checkpoint of"
                        + " 2026-11-23T10:00:00Z knows 3 entries, there are 2");
    }

    @Test
    void aLedgerThatWasWrittenAnewIsFound() throws IOException {
        Files.delete(file);
        for (var note : List.of("one", "TWO", "three", "four")) {
            Entries.append(new FileLedger(file), note);
        }
        assertThatThrownBy(() -> checkpoint.verify(new FileLedger(file)))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("entry 3 is broken: it is not the one of the checkpoint");
    }

    @Test
    void aCheckpointIsBelievedOnlyWhenATrustedKeySignedIt() throws NotTrusted {
        var ours = ring("ours.p12");
        var strangers = ring("theirs.p12");
        var envelope = checkpoint.sign(new Signer(ours.valid())).json().getBytes(UTF_8);
        assertThat(Checkpoint.read(envelope, trusting(ours))).isEqualTo(checkpoint);
        assertThatThrownBy(() -> Checkpoint.read(envelope, trusting(strangers)))
                .isInstanceOfSatisfying(
                        NotTrusted.class, no -> assertThat(no.reason()).isEqualTo(NotTrusted.Reason.UNKNOWN_KEY));
        var other = new Signer(ours.valid()).sign(Checkpoint.TYPE, "{\"sequence\":3}".getBytes(UTF_8));
        assertThatThrownBy(() -> Checkpoint.read(other.json().getBytes(UTF_8), trusting(ours)))
                .isInstanceOf(NotTrusted.class);
    }

    private KeyRing ring(String name) {
        var ring = new KeyRing(
                folder.resolve(name), "correct horse battery".toCharArray(), Entries.CLOCK, new SecureRandom());
        ring.generate();
        return ring;
    }

    private static Verifier trusting(KeyRing ring) {
        return new Verifier(List.of(ring.valid().get(0).publicKey()));
    }
}
