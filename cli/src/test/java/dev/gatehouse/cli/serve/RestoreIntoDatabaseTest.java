package dev.gatehouse.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Conflict;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.vault.FileVault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that ran on files goes on in PostgreSQL: its backup is restored there, and copied from there again. */
class RestoreIntoDatabaseTest {
    private static final byte[] ACCOUNTS = "{\"accounts\":[]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void theBackupOfAFolderIsRestoredIntoADatabaseThatHoldsNothingYet() throws IOException, Conflict {
        var files = folder.resolve("files");
        var head = fill(files);
        var backups = Files.createDirectory(folder.resolve("backups"));
        new Copying(options(files, null)).backup(backups, 183, false);
        var backup = only(backups);
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
                .start()) {
            var database = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.getPort());
            var moved = options(folder.resolve("moved"), database);
            assertThat(new Copying(moved).restore(backup, 5, null))
                    .contains("3 entries", head.hash(), "and PostgreSQL 127.0.0.1");
            assertThat(moved.folder).isDirectoryContaining(file -> file.endsWith("keys.p12"));
            assertThat(moved.folder.resolve("ledger.jsonl")).doesNotExist();
            assertThat(Files.readAllBytes(moved.folder.resolve("secret.key")))
                    .isEqualTo(Files.readAllBytes(files.resolve("secret.key")));
            try (var stores = Stores.of(database, folder(moved.folder))) {
                assertThat(hash(stores.ledger(), 3)).isEqualTo(head.hash());
                assertThat(stores.ledger().read(Head.START, unused -> {}).sequence())
                        .as("two entries are recorded as lost, and then the restore itself")
                        .isEqualTo(6);
                assertThat(stores.vault().read("accounts").orElseThrow().content())
                        .isEqualTo(ACCOUNTS);
            }
            var again = options(folder.resolve("again"), database);
            assertThatThrownBy(() -> new Copying(again).restore(backup, 0, null))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("holds a ledger already");
            assertThat(again.folder).doesNotExist();
            new Copying(moved).backup(Files.createDirectory(folder.resolve("later")), 183, false);
            assertThat(new Copying(moved).check(only(folder.resolve("later")))).contains("6 entries", "is whole");
        }
    }

    /** Returns where the ledger ends. */
    private Head fill(Path server) throws Conflict {
        var data = folder(server).made();
        assertThat(data.keys().valid()).hasSize(1);
        assertThat(data.secret()).isNotEmpty();
        var ledger = new FileLedger(data.ledger());
        var head = Head.START;
        // times as clocks have them, finer than a database may keep
        for (var time :
                new String[] {"2026-11-25T10:00:00Z", "2026-11-25T10:00:00.123456789Z", "2026-11-25T11:00:00.5Z"}) {
            var payload =
                    JsonNodeFactory.instance.objectNode().put("account", "ada").put("what", "Zoë \"Z\" \u2014 1");
            head = ledger.append(head, new Draft("ada", "token.created", 1, payload), Instant.parse(time))
                    .head();
        }
        assertThat(new FileVault(data.vault()).write("accounts", 0, ACCOUNTS)).isTrue();
        return head;
    }

    private static String hash(LedgerStore ledger, long sequence) {
        var found = new String[] {""};
        ledger.read(Head.START, entry -> found[0] = entry.sequence() == sequence ? entry.hash() : found[0]);
        return found[0];
    }

    private static Path only(Path backups) throws IOException {
        try (var files = Files.list(backups)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static DataFolder folder(Path path) {
        return new DataFolder(path, new SecureRandom(), Clock.systemUTC());
    }

    private static DataOptions options(Path folder, @Nullable String database) {
        var options = new DataOptions();
        options.folder = folder;
        options.database = database;
        return options;
    }
}
