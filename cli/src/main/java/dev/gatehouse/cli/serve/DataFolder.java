package dev.gatehouse.cli.serve;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.StoreForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of a server: {@code ledger.jsonl}, {@code keys.p12} (in FIPS mode {@code keys.bcfks}) with its
 * {@code passphrase}, {@code secret.key} and {@code vault}. What is not there is made, readable by its owner only.
 */
final class DataFolder {
    private static final String PASSPHRASE = "GATEHOUSE_KEYSTORE_PASSPHRASE";
    private static final String PASSPHRASE_FILE = "passphrase";
    private static final String SECRET_FILE = "secret.key";
    /** The only files beside ledger and vault. */
    static final List<String> SECRETS =
            List.of(StoreForm.PKCS12.fileName(), StoreForm.BCFKS.fileName(), PASSPHRASE_FILE, SECRET_FILE);

    private static final int SECRET = 32;

    private final Path folder;
    private final SecureRandom random;
    private final Clock clock;

    DataFolder(Path folder, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
    }

    /** Makes the folder when it is not there. */
    DataFolder made() {
        make(folder);
        make(vault());
        return this;
    }

    /** Refuses a folder that no server has made. */
    DataFolder existing() {
        if (!Files.isDirectory(vault())) {
            throw new BadInput("%s: is no folder of a server; name it with --data".formatted(folder));
        }
        return this;
    }

    Path path() {
        return folder;
    }

    Path ledger() {
        return folder.resolve("ledger.jsonl");
    }

    Path vault() {
        return folder.resolve("vault");
    }

    /** Keys and secrets that are there, by the name of their file. */
    Map<String, Path> secrets() {
        var files = new TreeMap<String, Path>();
        for (var name : SECRETS) {
            if (Files.exists(folder.resolve(name))) {
                files.put(name, folder.resolve(name));
            }
        }
        return files;
    }

    /** The signing keys; the first is made when there is none. */
    KeyRing keys() {
        var file = folder.resolve(StoreForm.here().fileName());
        var variable = System.getenv(PASSPHRASE);
        boolean there = Files.exists(file);
        var passphraseFile = folder.resolve(PASSPHRASE_FILE);
        if (there && variable == null && !Files.exists(passphraseFile)) {
            throw new BadInput("%s: needs its passphrase: set %s, or write it into %s"
                    .formatted(file, PASSPHRASE, passphraseFile));
        }
        var passphrase = variable == null ? secretFile(passphraseFile) : variable;
        var ring = new KeyRing(file, passphrase.toCharArray(), clock, random);
        if (!there) {
            ring.generate();
        }
        return ring;
    }

    /** The server's secret. */
    byte[] secret() {
        return secretFile(folder.resolve(SECRET_FILE)).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file that only its owner may read. */
    void write(String name, byte[] content) throws IOException {
        var file = Files.createFile(folder.resolve(name), owner("rw-------"));
        Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    /** Writes the ledger's file, which must not be there yet. */
    void copyLedger(InputStream content) throws IOException {
        var file = Files.createFile(ledger(), owner("rw-------"));
        try (content;
                var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Deletes the folder with all that is in it; one that is not there is fine. */
    void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be deleted", e);
        }
    }

    private String secretFile(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[SECRET];
                random.nextBytes(bytes);
                var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
                try {
                    Files.createFile(file, owner("rw-------"));
                    Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                } catch (FileAlreadyExistsException other) {
                    // another server made it meanwhile
                    return Files.readString(file).strip();
                }
            }
            var secret = Files.readString(file).strip();
            if (secret.length() < SECRET && file.endsWith(SECRET_FILE)) {
                throw new BadInput("%s: is too short to be the server's secret".formatted(file));
            }
            return secret;
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read or made (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private void make(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, owner("rwx------"));
            }
        } catch (IOException e) {
            throw new BadInput("%s: cannot be made (%s)".formatted(directory, e.getMessage()), e);
        }
    }

    private FileAttribute<?>[] owner(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
