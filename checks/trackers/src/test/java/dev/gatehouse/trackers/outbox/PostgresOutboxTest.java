package dev.gatehouse.trackers.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresOutboxTest extends OutboxContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** Before the outbox is opened: a class's own methods come after those that it inherits, but not before all. */
    @Override
    @BeforeEach
    void open() {
        run("DROP SCHEMA IF EXISTS gatehouse_outbox CASCADE");
        super.open();
    }

    @Override
    Outbox another() {
        return SqlOutbox.open(server.getPostgresDatabase(), "PostgreSQL test", clock);
    }

    private static void run(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void connectionThatBrokeIsOpenedAgain() {
        outbox.add(List.of(intent("a", "1")));
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'");
        assertThat(outbox.take("jira", TARGET, 1)).hasSize(1);
    }

    @Test
    void transactionThatDiesLeavesNothingBehind() {
        outbox.add(List.of(intent("a", "1")));
        var task = outbox.take("jira", TARGET, 1).get(0);
        run("ALTER TABLE gatehouse_outbox.memory ADD CONSTRAINT broken CHECK (value <> 'x')");
        assertThatThrownBy(() -> task.remember("key", "x")).isInstanceOf(OutboxBroken.class);
        task.remember("key", "y");
        assertThat(task.recall("key")).contains("y");
    }

    @Test
    void tablesOfANewerGatehouseAreLeftAlone() {
        run("UPDATE gatehouse_outbox.version SET number = 99");
        assertThatThrownBy(this::another)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("of a newer Gatehouse (version 99");
    }

    @Test
    void serverThatIsNotThereIsToldInASentence() {
        var nowhere = new org.postgresql.ds.PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/none");
        assertThatThrownBy(() -> SqlOutbox.open(nowhere, "PostgreSQL none", clock))
                .isInstanceOf(OutboxBroken.class)
                .hasMessageStartingWith("PostgreSQL none: the outbox cannot be opened");
    }
}
