package dev.gatehouse.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entries;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.KilledWriters;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.ledger.LedgerStoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLedgerTest extends LedgerStoreContract {
    private static final int KILLS = 8;
    private final EmbeddedPostgres server;

    PostgresLedgerTest() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @BeforeAll
    void manyAtOnceMakeTheTables() throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var opened : pool.invokeAll(IntStream.range(0, 4)
                    .<java.util.concurrent.Callable<LedgerStore>>mapToObj(i -> this::open)
                    .toList())) {
                assertThat(opened.get().name()).contains("PostgreSQL localhost:");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @BeforeEach
    void emptyLedger() throws SQLException {
        asOwner("TRUNCATE gatehouse_ledger.entry");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Override
    protected LedgerStore open() {
        var address = PostgresAddress.parse(url());
        return new PostgresLedger(address.dataSource(null), address.toString());
    }

    @Test
    void whatWasRecordedCannotBeChangedByMistake() {
        Entries.append(open(), "one");
        for (var change : new String[] {
            "UPDATE gatehouse_ledger.entry SET body = ''",
            "DELETE FROM gatehouse_ledger.entry",
            "TRUNCATE gatehouse_ledger.entry"
        }) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("the ledger is append-only");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE gatehouse_ledger.entry SET body = replace(body, 'two', 'TWO') WHERE sequence = 2"
                        + " | row 2 of gatehouse_ledger.entry: entry 2 is broken: its hash does not match its content",
                "DELETE FROM gatehouse_ledger.entry WHERE sequence = 2"
                        + " | row 2 of gatehouse_ledger.entry: entry 2 is broken: its row is missing",
                "UPDATE gatehouse_ledger.entry SET sequence = 5 WHERE sequence = 3"
                        + " | row 3 of gatehouse_ledger.entry: entry 3 is broken: its row is missing",
                "UPDATE gatehouse_ledger.entry SET hash = repeat('0', 64) WHERE sequence = 1"
                        + " | row 1 of gatehouse_ledger.entry: entry 1 is broken: its hash does not match its content"
            })
    void whatTheOwnerOfTheTableChangesIsFound(String tampering, String message) throws SQLException {
        for (var note : new String[] {"one", "two", "three"}) {
            Entries.append(open(), note);
        }
        asOwner(tampering);
        assertThatThrownBy(() -> open().read(Head.START, entry -> {}))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageEndingWith(message);
        assertThatThrownBy(() -> Entries.append(open(), "four")).isInstanceOf(BrokenLedger.class);
    }

    @Test
    void noAcknowledgedEntryIsLostWhenWritersAreKilled(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var acknowledged = new KilledWriters(folder, AppendingToPostgres.class, url()).run(KILLS);
        var kept = new HashMap<Long, String>();
        open().read(Head.START, entry -> kept.put(entry.sequence(), entry.hash()));
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(KILLS)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> {
                    var parts = line.split(" ", 2);
                    assertThat(kept).containsEntry(Long.parseLong(parts[0]), parts[1]);
                });
        assertThat(kept.size() - acknowledged.size()).isBetween(0, KILLS);
    }

    @Test
    void aServerThatLosesCommitsByItselfDoesNotLoseThese() throws SQLException {
        execute("ALTER DATABASE postgres SET synchronous_commit = off");
        try {
            Entries.append(open(), "one");
            assertThat(Entries.notes(open())).containsExactly("one");
        } finally {
            execute("ALTER DATABASE postgres RESET synchronous_commit");
        }
    }

    @Test
    void tablesOfANewerGatehouseAreLeftAlone() throws SQLException {
        execute("UPDATE gatehouse_ledger.schema_history SET version = '99' WHERE version = '1'");
        try {
            assertThatThrownBy(this::open)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("of a newer Gatehouse: use that one");
        } finally {
            execute("UPDATE gatehouse_ledger.schema_history SET version = '1' WHERE version = '99'");
        }
    }

    private String url() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(server.getPort());
    }

    private void asOwner(String sql) throws SQLException {
        execute("ALTER TABLE gatehouse_ledger.entry DISABLE TRIGGER ALL");
        execute(sql);
        execute("ALTER TABLE gatehouse_ledger.entry ENABLE TRIGGER ALL");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
