package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A ledger that version 1 wrote must be readable for ever: never write the resource anew, add another one. */
class StoredLedgerTest {

    @Test
    void aLedgerOfVersionOneStillLeadsToItsState() throws URISyntaxException {
        var resource = Objects.requireNonNull(FileLedger.class.getResource("stored-v1.jsonl"));
        var ledger = new Ledger<>(
                new FileLedger(Path.of(resource.toURI())), Clock.systemUTC(), ReleaseState::new, ReleaseState::accept);
        var window = ledger.look(state -> state.window(new Track("shop", "ios", "stable")));
        var newest = ClientVersion.parse("4.3.0 (1187)");
        assertThat(window.supported()).containsExactly(newest);
        assertThat(window.blocked()).containsExactly(ClientVersion.parse("4.2"));
        assertThat(window.minimum(Instant.parse("2026-11-23T10:59:59Z"))).isEmpty();
        assertThat(window.minimum(Instant.parse("2026-11-23T11:00:00Z"))).contains(newest);
    }
}
