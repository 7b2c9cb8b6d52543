package dev.gatehouse.jenkins.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.machine.Shell;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.policy.support.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page shows, and that every decision is in the ledger before the command is told. */
final class OutboxPageTest {
    private static final Instant SINCE = Instant.parse("2026-11-20T10:00:00Z");

    private final List<String> happened = new ArrayList<>();
    private final List<Draft> ledger = new ArrayList<>();
    private final OutboxListing listing = new OutboxListing(
            List.of(
                    waiting(1, Waiting.State.FAILED, "Jira answered 502"),
                    waiting(2, Waiting.State.NEEDS_A_PERSON, "the field 'Team' is required"),
                    waiting(3, Waiting.State.IN_WORK, "")),
            List.of(new Pause("jira", "https://jira.example SHOP", SINCE, "Jira answered 502")));
    private int code;

    @Test
    void whatNeedsAPersonStandsFirstWithItsReason() throws Exception {
        var page = page();

        assertThat(page.getTotal()).isEqualTo(3);
        assertThat(page.getProblem()).isEmpty();
        assertThat(page.getWaiting()).first().satisfies(row -> {
            assertThat(row.getId()).isEqualTo(2);
            assertThat(row.getState()).isEqualTo("needs a person");
            assertThat(row.getProblem()).isEqualTo("the field 'Team' is required");
            assertThat(row.getTracker()).isEqualTo("Jira");
            assertThat(row.isFree()).isTrue();
        });
        assertThat(page.getWaiting().get(2).isFree()).isFalse();
        assertThat(page.getPauses()).singleElement().asString().contains("Jira answered 502", "2026-11-20");
        assertThat(happened).as("asked once for a page").hasSize(1);
    }

    @Test
    void aDropIsInTheLedgerBeforeItIsDone() throws Exception {
        page().drop(2, "the project was closed", "ada");

        assertThat(happened)
                .containsExactly(
                        "outbox list --format=json",
                        "ledger outbox.drop",
                        "outbox drop --reason=the project was closed 2");
        assertThat(ledger).singleElement().satisfies(draft -> {
            assertThat(draft.actor()).isEqualTo("ada");
            assertThat(draft.payload().path("entry").asLong()).isEqualTo(2);
            assertThat(draft.payload().path("reason").asText()).isEqualTo("the project was closed");
        });
    }

    @Test
    void withoutAReasonNothingIsDropped() {
        assertThatThrownBy(() -> page().drop(2, "", "ada")).isInstanceOf(BadInput.class);
        assertThat(happened).isEmpty();
    }

    @Test
    void whatABuildWorksOnIsNotDropped() {
        assertThatThrownBy(() -> page().drop(3, "no", "ada")).isInstanceOf(Refused.class);
        assertThat(ledger).isEmpty();
    }

    @Test
    void whatIsGoneIsSaidToBeGoneAndNotRecorded() {
        assertThatThrownBy(() -> page().retry(7, "ada")).hasMessageContaining("no such entry any more");
        assertThat(ledger).isEmpty();
    }

    @Test
    void aRetryThatTheCommandDoesNotFindIsTold() {
        code = 1;
        assertThatThrownBy(() -> page().retry(2, "ada")).isInstanceOf(Refused.class);
        assertThat(happened).containsExactly("outbox list --format=json", "ledger outbox.retry", "outbox retry 2");
    }

    @Test
    void anOutboxThatCannotBeAskedIsAPageThatSaysWhy() throws Exception {
        var page = new OutboxPage(
                "Outbox",
                new RemoteOutbox(
                        (words, open, secrets) -> new Said(2, "gatehouse: no such database\n"), Map.of(), Map.of()),
                ledger::add);

        assertThat(page.getWaiting()).isEmpty();
        assertThat(page.getProblem()).isEqualTo("gatehouse: no such database");
    }

    @Test
    void whatIsNoListIsNotTakenForAnEmptyOne() throws Exception {
        var page = new OutboxPage(
                "Outbox",
                new RemoteOutbox((words, open, secrets) -> new Said(0, "hello"), Map.of(), Map.of()),
                ledger::add);

        assertThat(page.getTotal()).isZero();
        assertThat(page.getProblem()).contains("cannot be read");
    }

    @Test
    void thePasswordGoesByTheEnvironmentAndNotOnTheCommandLine() throws Exception {
        var seen = new ArrayList<Map<String, String>>();
        Shell shell = (words, open, secrets) -> {
            assertThat(words).noneMatch(word -> word.contains("h1dden"));
            seen.add(open);
            seen.add(secrets);
            return new Said(0, listing.json().toString());
        };
        new RemoteOutbox(
                        shell,
                        Map.of("GATEHOUSE_OUTBOX", "jdbc:postgresql://db.example/g?user=builds"),
                        Map.of("GATEHOUSE_OUTBOX_PASSWORD", "h1dden"))
                .list();

        assertThat(seen)
                .containsExactly(
                        Map.of("GATEHOUSE_OUTBOX", "jdbc:postgresql://db.example/g?user=builds"),
                        Map.of("GATEHOUSE_OUTBOX_PASSWORD", "h1dden"));
    }

    private OutboxPage page() {
        Shell shell = (words, open, secrets) -> {
            happened.add(String.join(" ", words));
            return words.contains("list")
                    ? new Said(0, "a line of the agent\n" + listing.json() + "\n")
                    : new Said(code, "");
        };
        return new OutboxPage("Outbox", new RemoteOutbox(shell, Map.of(), Map.of()), draft -> {
            happened.add("ledger " + draft.type());
            ledger.add(draft);
        });
    }

    private static Waiting waiting(long id, Waiting.State state, String problem) {
        return new Waiting(
                id,
                "jira",
                "https://jira.example SHOP",
                "issue/" + id,
                "an issue",
                SINCE,
                SINCE,
                problem.isEmpty() ? 0 : 1,
                problem,
                state);
    }
}
