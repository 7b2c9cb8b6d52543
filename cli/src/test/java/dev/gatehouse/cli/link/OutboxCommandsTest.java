package dev.gatehouse.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import dev.gatehouse.trackers.outbox.Subject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide about the outbox by the command, and what the ledger says of it. */
class OutboxCommandsTest {
    private static final String JIRA = "https://jira.example SHOP";

    @TempDir
    private Path folder;

    private String said = "";

    @BeforeEach
    void fill() {
        try (var outbox = SqlOutbox.open(place(), Clock.systemUTC())) {
            outbox.add(List.of(intent("a"), intent("b"), intent("c")));
            outbox.take("jira", JIRA, 1).get(0).refuse("the field 'Team' is required");
            outbox.pause("jira", JIRA, Instant.now().plus(Duration.ofHours(1)), "Jira answered 502", false);
        }
    }

    @Test
    void theListIsToldToProgramsAsPagesReadIt() throws Exception {
        assertThat(run("list", "--format", "json")).isZero();

        var listing = OutboxListing.read(new ObjectMapper().readTree(said));
        assertThat(listing.waiting()).hasSize(3).first().satisfies(first -> {
            assertThat(first.state()).isEqualTo(Waiting.State.NEEDS_A_PERSON);
            assertThat(first.problem()).isEqualTo("the field 'Team' is required");
            assertThat(first.attempts()).isEqualTo(1);
        });
        assertThat(listing.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause.reason()).isEqualTo("Jira answered 502"));
    }

    @Test
    void nothingIsDroppedWithoutAReason() {
        assertThat(run("drop", "1")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("drop", "1", "--reason", " ")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(waiting()).hasSize(3);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aDropIsInTheLedgerWithWhoWhatAndWhy() {
        assertThat(run("drop", "1", "7", "--reason", "the project was closed")).isEqualTo(ExitCode.FAILED);

        assertThat(said).contains("1 of 2 removed");
        assertThat(waiting()).hasSize(2);
        assertThat(ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("outbox.drop");
            assertThat(entry.actor()).isNotEmpty();
            assertThat(entry.payload().path("entry").asLong()).isEqualTo(1);
            assertThat(entry.payload().path("target").asText()).isEqualTo(JIRA);
            assertThat(entry.payload().path("reason").asText()).isEqualTo("the project was closed");
        });
    }

    @Test
    void whatABuildWorksOnIsNeitherDroppedNorRecordedAsDropped() {
        try (var build = SqlOutbox.open(place(), Clock.systemUTC())) {
            build.resume("jira", JIRA);
            long working = build.take("jira", JIRA, 1).size();
            assertThat(working).isEqualTo(1);
            assertThat(run("drop", "2", "--reason", "no")).isEqualTo(ExitCode.FAILED);
        }
        assertThat(waiting()).hasSize(3);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aRetryEndsThePauseAndIsInTheLedger() {
        assertThat(run("retry", "1")).isZero();

        assertThat(said).contains("1 of 1 can be tried now");
        try (var outbox = SqlOutbox.open(place(), Clock.systemUTC())) {
            assertThat(outbox.pauses()).isEmpty();
            assertThat(outbox.take("jira", JIRA, 3)).hasSize(3);
        }
        assertThat(ledger()).extracting(Entry::type).containsExactly("outbox.retry");
    }

    private int run(String... words) {
        var out = new StringWriter();
        var all = new ArrayList<>(List.of("outbox"));
        all.addAll(List.of(words));
        all.addAll(List.of("--outbox", place().toString()));
        if (!words[0].equals("list")) {
            all.addAll(List.of("--ledger", folder.resolve("ledger.jsonl").toString()));
        }
        int code = Gatehouse.run(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
        said = out.toString();
        return code;
    }

    private List<dev.gatehouse.trackers.outbox.Entry> waiting() {
        try (var outbox = SqlOutbox.open(place(), Clock.systemUTC())) {
            return outbox.entries();
        }
    }

    private List<Entry> ledger() {
        var entries = new ArrayList<Entry>();
        new FileLedger(folder.resolve("ledger.jsonl")).read(Head.START, entries::add);
        return entries;
    }

    private Path place() {
        return folder.resolve("outbox.db");
    }

    private static Intent intent(String name) {
        return new Intent(new Subject("jira", JIRA, "issue/" + name), "an issue for " + name, "{}");
    }
}
