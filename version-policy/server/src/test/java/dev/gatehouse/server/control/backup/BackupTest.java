package dev.gatehouse.server.control.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.vault.FileVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:46:00Z");

    @TempDir
    private Path folder = Path.of(".");

    private LedgerStore ledger = new FileLedger(Path.of("none"));
    private FileVault vault = new FileVault(Path.of("none"));
    private Path secret = Path.of("none");
    private Path backups = Path.of("none");

    @BeforeEach
    void fill() throws IOException {
        ledger = new FileLedger(folder.resolve("ledger.jsonl"));
        vault = new FileVault(Files.createDirectory(folder.resolve("vault")));
        backups = Files.createDirectory(folder.resolve("backups"));
        secret = Files.writeString(folder.resolve("secret.key"), "a secret");
        for (int i = 0; i < 20; i++) {
            append(ledger, i);
        }
        assertThat(vault.write("accounts", 0, bytes("{\"anna\":1}"))).isTrue();
        assertThat(vault.write("accounts", 1, bytes("{\"anna\":2}"))).isTrue();
        assertThat(vault.write("scan-1", 0, new byte[] {0, 10, -1})).isTrue();
    }

    @Test
    void whatIsRestoredIsWhatWasCopied() {
        var file = copy();
        try (var backup = BackupFile.open(file)) {
            assertThat(backup.manifest().created()).isEqualTo(NOW);
            assertThat(backup.manifest().head().sequence()).isEqualTo(20);
            assertThat(backup.file("secret.key")).isEqualTo(bytes("a secret"));
            var restored = new FileLedger(folder.resolve("restored/ledger.jsonl"));
            var documents = emptyVault("restored-vault");
            Restore.refuseUnlessEmpty(restored, documents);
            Restore.ledger(backup, restored);
            Restore.documents(backup, documents);
            Restore.verify(backup, restored);
            assertThat(LedgerAudit.verify(restored)).isEqualTo(LedgerAudit.verify(ledger));
            assertThat(documents.read("accounts").orElseThrow().content()).isEqualTo(bytes("{\"anna\":2}"));
            assertThat(documents.read("scan-1").orElseThrow().content()).containsExactly(0, 10, -1);
            assertThatThrownBy(() -> Restore.refuseUnlessEmpty(restored, documents))
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void aCopyIsWholeWhileOthersGoOnRecording() throws InterruptedException {
        var ending = new AtomicBoolean();
        var writer = new Thread(() -> {
            for (int i = 0; !ending.get(); i++) {
                append(ledger, i);
                vault.write("accounts", vault.read("accounts").orElseThrow().version(), bytes("{\"n\":" + i + "}"));
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 5; i++) {
                var file = backups.resolve("copy" + i + ".zip");
                var manifest = Backup.write(new Kept(ledger, vault, Map.of()), file, NOW);
                try (var backup = BackupFile.open(file)) {
                    assertThat(backup.manifest()).isEqualTo(manifest);
                }
            }
        } finally {
            ending.set(true);
            writer.join();
        }
    }

    @Test
    void noByteCanBeChangedOrCutOff() throws IOException {
        var file = copy();
        var whole = Files.readAllBytes(file);
        var random = new Random(4);
        for (int i = 0; i < 40; i++) {
            var bytes = whole.clone();
            // what stands in the directory of a ZIP besides names and sizes, nobody reads
            int at = random.nextInt(contentEnd(whole));
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try (var backup = BackupFile.open(file)) {
                assertThat(read(backup)).as("byte %d", at).isEqualTo(20);
            } catch (BadInput refused) {
                assertThat(refused).hasMessageContaining("is no whole backup");
            }
        }
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> BackupFile.open(file))
                    .as("%d bytes", length)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("is no whole backup");
        }
    }

    @Test
    void aLedgerThatDoesNotHoldIsNotCopied() throws IOException {
        var file = folder.resolve("ledger.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("reason 7", "reason 8"));
        assertThatThrownBy(this::copy).isInstanceOf(BrokenLedger.class);
        assertThat(backups).isEmptyDirectory();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(copy()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void oldBackupsGoButTheNewestAndWhatIsNoBackupStay() throws IOException {
        var kept = new BackupFolder(backups);
        for (int days : new int[] {400, 184, 182, 1}) {
            Files.writeString(kept.file(NOW.minus(Duration.ofDays(days))), "a backup");
        }
        Files.writeString(backups.resolve("notes.txt"), "mine");
        assertThat(kept.sweep(NOW, Duration.ofDays(183))).isEqualTo(2);
        assertThat(kept.file(NOW.minus(Duration.ofDays(182)))).exists();
        assertThat(kept.sweep(NOW.plus(Duration.ofDays(1_000)), Duration.ofDays(183)))
                .isEqualTo(1);
        assertThat(kept.file(NOW.minus(Duration.ofDays(1)))).exists();
        assertThat(backups.resolve("notes.txt")).exists();
    }

    @Test
    void entriesThatAreGoneAreSaidToBeLost() {
        Restore.lost(ledger, 23, "ada", NOW);
        assertThat(LedgerAudit.verify(ledger).sequence()).isEqualTo(23);
        var last = new StringBuilder();
        ledger.read(Head.START, entry -> last.replace(0, last.length(), entry.type() + entry.payload()));
        assertThat(last.toString()).contains(Restore.LOST, "restored after entry 20");
    }

    private Path copy() {
        var file = new BackupFolder(backups).file(NOW);
        Backup.write(new Kept(ledger, vault, Map.of("secret.key", secret)), file, NOW);
        return file;
    }

    private FileVault emptyVault(String name) {
        try {
            return new FileVault(Files.createDirectory(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long read(BackupFile backup) {
        backup.documents().forEach(backup::document);
        return backup.entries(unused -> {}).sequence();
    }

    /** Where the directory of a ZIP file begins (APPNOTE 4.3.16). */
    private static int contentEnd(byte[] zip) {
        int at = zip.length - 6;
        return (zip[at] & 0xff) | (zip[at + 1] & 0xff) << 8 | (zip[at + 2] & 0xff) << 16 | (zip[at + 3] & 0xff) << 24;
    }

    private static void append(LedgerStore store, int number) {
        var payload = JsonNodeFactory.instance.objectNode().put("reason", "reason " + number);
        new Ledger<>(store, Clock.systemUTC(), Object::new, (state, entry) -> {})
                .decide((state, now) -> new Draft("anna", "test.entry", 1, payload));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
