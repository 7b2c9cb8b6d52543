package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A ledger that version 1 wrote must be readable for ever: never write a resource anew, add another one. */
class StoredLedgerTest {
    private static final Track TRACK = new Track("shop", "ios", "stable");

    @Test
    void aLedgerOfVersionOneStillLeadsToItsState() throws URISyntaxException {
        var window = state("stored-v1.jsonl", state -> state.window(TRACK));
        var newest = version("4.3.0 (1187)");
        assertThat(window.supported()).containsExactly(newest);
        assertThat(window.blocked()).containsExactly(version("4.2"));
        assertThat(window.minimum(Instant.parse("2026-11-23T10:59:59Z"))).isEmpty();
        assertThat(window.minimum(Instant.parse("2026-11-23T11:00:00Z"))).contains(newest);
    }

    /** Whoever adds a type adds a ledger that has it, so that the next version can prove that it reads it. */
    @Test
    void everyTypeThatIsWrittenIsStoredAndInOrder() throws URISyntaxException {
        var types = new HashSet<String>();
        LedgerAudit.verify(store("every-type-v1.jsonl"), entry -> types.add(typeAndVersion(entry)));
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(EntryTypes.ALL.stream()
                        .map(type -> type + " " + ReleaseState.VERSION)
                        .toList());
        assertThat(EntryTypes.ALL).hasSize(Command.class.getPermittedSubclasses().length + 1);
    }

    @Test
    void whatWasPublishedIsReadBack() throws URISyntaxException {
        var publications = state("every-type-v1.jsonl", state -> state.publications(TRACK));
        assertThat(publications)
                .extracting(
                        published -> published.version().toString(),
                        Publication::actor,
                        Publication::entry,
                        Publication::hotfix,
                        Publication::breakGlass)
                .containsExactly(
                        tuple("4.0.0", "carl", 4L, "", ""),
                        tuple("4.1.0 (1187)", "carl", 8L, "", ""),
                        tuple("4.2.0", "carl", 12L, "crash at start", ""),
                        tuple("4.3.0", "carl", 16L, "", ""),
                        tuple("4.4.0", "carl", 18L, "", "store closes at noon"));
    }

    @Test
    void theSupportWindowIsReadBack() throws URISyntaxException {
        var window = state("every-type-v1.jsonl", state -> state.window(TRACK));
        assertThat(window.supported()).containsExactly(version("4.4"), version("4.3"));
        assertThat(window.blocked()).containsExactly(version("4.0"));
        assertThat(window.endings())
                .extracting(ending -> ending.version().toString())
                .containsExactly("4.0.0", "4.1.0 (1187)", "4.2.0");
        assertThat(window.minimum(Instant.parse("2026-11-23T11:00:00Z"))).contains(version("4.3"));
    }

    @Test
    void whatIsStillWaitingIsReadBack() throws URISyntaxException {
        var proposal = state(
                "every-type-v1.jsonl",
                state -> state.candidate(TRACK, version("4.5.0"))
                        .flatMap(state::proposal)
                        .orElseThrow());
        assertThat(proposal.proposer()).isEqualTo("paul");
        assertThat(proposal.decisions())
                .extracting(Decision::actor, Decision::approves, Decision::role, Decision::reason)
                .containsExactly(
                        tuple("anna", true, "release-manager", ""), tuple("carl", false, "", "not in this week"));
        var back = state(
                "every-type-v1.jsonl",
                state -> state.rollback(TRACK, version("4.1.0 (1187)")).orElseThrow());
        assertThat(back.decisions()).extracting(Decision::actor).containsExactly("carl");
        var usedUp = state("every-type-v1.jsonl", state -> state.rollback(TRACK, version("4.3.0")));
        assertThat(usedUp).isEmpty();
    }

    private static <T> T state(String resource, Function<ReleaseState, T> question) throws URISyntaxException {
        return new Ledger<>(store(resource), Clock.systemUTC(), ReleaseState::new, ReleaseState::accept).look(question);
    }

    private static FileLedger store(String resource) throws URISyntaxException {
        return new FileLedger(Path.of(
                Objects.requireNonNull(FileLedger.class.getResource(resource)).toURI()));
    }

    private static String typeAndVersion(Entry entry) {
        return entry.type() + " " + entry.version();
    }

    private static ClientVersion version(String text) {
        return ClientVersion.parse(text);
    }
}
