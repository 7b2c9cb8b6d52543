package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ledger.postgres.PostgresDocuments;
import dev.gatehouse.ledger.postgres.PostgresLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.vault.Vault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one real PostgreSQL. */
class SideBySideTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void ofApprovalsRacedFromTwoServersEachPersonsCountsOnceAndOnePublishingWins() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start();
                var left = server(postgres);
                var right = server(postgres)) {
            left.person("dora", Role.DEVELOPER);
            left.person("anna", Role.RELEASE_MANAGER);
            left.person("carl", Role.SECURITY_OFFICER);
            var dora = new Asking(left, left.token("dora"));
            assertThat(dora.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                    .isEqualTo(201);
            var candidate = "/api/v1/candidates/shop/ios/stable/1.1.0";
            var anna = left.token("anna");
            var carl = left.token("carl");
            assertThat(raced(left, right, anna, candidate + "/approvals", "{\"role\":\"release-manager\"}"))
                    .containsOnlyOnce(201);
            assertThat(raced(left, right, carl, candidate + "/approvals", "{\"role\":\"security-officer\"}"))
                    .containsOnlyOnce(201);
            assertThat(raced(left, right, anna, candidate + "/publication", "{}"))
                    .containsOnlyOnce(201)
                    .as("whoever comes second names a version that is out already")
                    .allMatch(status -> status == 201 || status == 400);
            assertThat(new Asking(right, anna)
                            .get("/api/v1/ledger?type=version.published")
                            .body())
                    .containsOnlyOnce("\"version.published\"");
            left.ledger.read(Head.START, unused -> {});
        }
    }

    /** Eight at once, every second one to the other server. */
    private static List<Integer> raced(House left, House right, String token, String path, String body)
            throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var asking = new Asking(i % 2 == 0 ? left : right, token);
            tasks.add(() -> asking.post(path, body).statusCode());
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            var statuses = new ArrayList<Integer>();
            for (var outcome : threads.invokeAll(tasks)) {
                statuses.add(outcome.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    private House server(EmbeddedPostgres postgres) throws IOException {
        var source = postgres.getPostgresDatabase();
        return new House(
                folder,
                new PostgresLedger(source, "test"),
                new DatabaseVault(new PostgresDocuments(source, "test")),
                Clock.systemUTC());
    }

    private record DatabaseVault(PostgresDocuments documents) implements Vault {
        @Override
        public Optional<Stored> read(String name) {
            return documents.read(name).map(document -> new Stored(document.version(), document.content()));
        }

        @Override
        public boolean write(String name, long expected, byte[] content) {
            return documents.write(name, expected, content);
        }

        @Override
        public void delete(String name) {
            documents.delete(name);
        }

        @Override
        public List<String> names(String prefix) {
            return documents.names(prefix);
        }

        @Override
        public String place() {
            return documents.name();
        }
    }
}
