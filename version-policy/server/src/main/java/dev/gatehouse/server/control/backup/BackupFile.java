package dev.gatehouse.server.control.backup;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup that was found whole: every file has its digest, and the ledger's chain leads to the head that it should. */
public final class BackupFile implements AutoCloseable {
    private static final int HASH = 64;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = Manifest.read(bytes(Manifest.NAME));
    }

    /** Opens and proves a backup; throws {@link BadInput} with what is wrong with it. */
    public static BackupFile open(Path file) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BadInput("%s: is no whole backup (%s)".formatted(file, e.getMessage()), e);
        }
        BackupFile whole = null;
        try {
            var backup = new BackupFile(file, zip);
            backup.prove();
            whole = backup;
            return whole;
        } catch (IOException | UncheckedIOException | BrokenLedger | IllegalArgumentException e) {
            throw new BadInput("%s: is no whole backup: %s".formatted(file, e.getMessage()), e);
        } finally {
            if (whole == null) {
                close(zip);
            }
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Documents of the vault, by name. */
    public List<String> documents() {
        return below(Backup.VAULT);
    }

    public byte[] document(String name) {
        return read(Backup.VAULT + name);
    }

    /** Keys and secrets, by name. */
    public List<String> files() {
        return below(Backup.FILES);
    }

    public byte[] file(String name) {
        return read(Backup.FILES + name);
    }

    /** The ledger as its file has it. */
    public InputStream ledger() {
        try {
            return stream(Backup.LEDGER);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /** Hands over every entry, verified against the one before it. */
    public Head entries(Consumer<? super Entry> each) {
        var format = new EntryFormat(sequence -> "%s, line %d of %s".formatted(file, sequence, Backup.LEDGER));
        try (var lines = new BufferedReader(new InputStreamReader(ledger(), StandardCharsets.UTF_8))) {
            var head = Head.START;
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() <= HASH) {
                    throw new BrokenLedger(file.toString(), head.sequence() + 1, "its line is no hash and content");
                }
                var body = line.substring(HASH + 1).getBytes(StandardCharsets.UTF_8);
                var entry = format.decode(head, line.substring(0, HASH), body);
                each.accept(entry);
                head = entry.head();
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private void prove() throws IOException {
        var names = new ArrayList<>(zip.stream().map(ZipEntry::getName).toList());
        names.remove(Manifest.NAME);
        if (names.size() != manifest.digests().size()
                || !manifest.digests().keySet().containsAll(names)) {
            throw new IOException("it does not hold the files that its manifest names");
        }
        for (var name : names) {
            var digest = Sha256.digest();
            try (var in = stream(name)) {
                var piece = new byte[1 << 16];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    digest.update(piece, 0, read);
                }
            }
            if (!HexFormat.of()
                    .formatHex(digest.digest())
                    .equals(manifest.digests().get(name))) {
                throw new IOException("%s is not what was copied".formatted(name));
            }
        }
        if (!entries(unused -> {}).equals(manifest.head())) {
            throw new IOException("its ledger does not end where its manifest says");
        }
    }

    private List<String> below(String folder) {
        return manifest.digests().keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .sorted()
                .toList();
    }

    private byte[] read(String name) {
        try {
            return bytes(name);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (var in = stream(name)) {
            return in.readAllBytes();
        }
    }

    private InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(zip.getName() + ": cannot be closed", e);
        }
    }
}
