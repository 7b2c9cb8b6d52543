package dev.gatehouse.cli.serve;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.keys.KeyRing;
import java.io.IOException;
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

/**
 * The folder of a server: {@code ledger.jsonl}, {@code keys.p12} with its {@code passphrase}, {@code secret.key} and
 * {@code vault}. What is not there is made, readable by its owner only.
 */
final class DataFolder {
    private static final String PASSPHRASE = "GATEHOUSE_KEYSTORE_PASSPHRASE";
    private static final int SECRET = 32;

    private final Path folder;
    private final SecureRandom random;
    private final Clock clock;

    DataFolder(Path folder, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
        make(folder);
        make(vault());
    }

    Path ledger() {
        return folder.resolve("ledger.jsonl");
    }

    Path vault() {
        return folder.resolve("vault");
    }

    /** The signing keys; the first is made when there is none. */
    KeyRing keys() {
        var file = folder.resolve("keys.p12");
        var variable = System.getenv(PASSPHRASE);
        boolean there = Files.exists(file);
        var passphraseFile = folder.resolve("passphrase");
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
        return secretFile(folder.resolve("secret.key")).getBytes(StandardCharsets.UTF_8);
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
            if (secret.length() < SECRET && file.endsWith("secret.key")) {
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
