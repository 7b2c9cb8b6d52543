package dev.gatehouse.policy.keys;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.module.ModuleStart;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The signing keys of one key store, newest first; its form is the one that this process has ({@link StoreForm}). At most
 * two are valid: a rotation adds a new one and drops all but the one before it, so that clients that know only the older
 * key still accept what is signed by both.
 */
public final class KeyRing {
    /** The newest key and the one that it replaces. */
    public static final int MAX_VALID = 2;

    private static final int SHORTEST_PASSPHRASE = 12;

    private final StoreForm form = StoreForm.here();
    private final Path file;
    private final char[] passphrase;
    private final Clock clock;
    private final SecureRandom random;

    /** Throws {@link BadInput} for a passphrase of fewer than 12 characters, in FIPS mode 14. */
    public KeyRing(Path file, char[] passphrase, Clock clock, SecureRandom random) {
        int shortest = form == StoreForm.BCFKS ? ModuleStart.SHORTEST_SECRET : SHORTEST_PASSPHRASE;
        if (passphrase.length < shortest) {
            throw new BadInput(
                    "the passphrase of %s is too short: use at least %d characters".formatted(file, shortest));
        }
        this.file = file;
        this.passphrase = passphrase.clone();
        this.clock = clock;
        this.random = random;
    }

    /** Creates the file with its first key; refuses when there is one. */
    public SigningKey generate() {
        if (Files.exists(file)) {
            throw new BadInput("%s: exists already; 'gatehouse keys rotate' adds a key to it".formatted(file));
        }
        return add(List.of());
    }

    /** Adds a key that signs from now on; the one before it stays valid, older ones are dropped. */
    public SigningKey rotate() {
        return add(valid());
    }

    /** The valid keys, newest first: at least one, at most two. */
    public List<SigningKey> valid() {
        try (InputStream in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(form.name());
            store.load(in, passphrase);
            var keys = new ArrayList<SigningKey>();
            for (var alias : Collections.list(store.aliases())) {
                var certificate = (X509Certificate) store.getCertificate(alias);
                if (!P256.isKey(certificate.getPublicKey())) {
                    throw new BadInput("%s: holds a key that is no ECDSA P-256 key".formatted(file));
                }
                keys.add(new SigningKey(
                        certificate.getSerialNumber().intValueExact(),
                        certificate.getNotBefore().toInstant(),
                        certificate.getPublicKey(),
                        (PrivateKey) store.getKey(alias, passphrase)));
            }
            keys.sort(Comparator.comparing(SigningKey::generation).reversed());
            return keys.stream().limit(MAX_VALID).toList();
        } catch (NoSuchFileException e) {
            throw new BadInput("%s: there is no key store; 'gatehouse keys generate' makes one".formatted(file), e);
        } catch (IOException | IllegalArgumentException e) {
            // what is no store at all is told by the second kind, in the form of FIPS mode
            throw new BadInput("%s: %s".formatted(file, reason(e)), e);
        } catch (GeneralSecurityException e) {
            throw new BadInput("%s: is no %s store of signing keys".formatted(file, form.label()), e);
        }
    }

    private String reason(Exception e) {
        if (e.getCause() instanceof UnrecoverableKeyException) {
            return "the passphrase is wrong";
        }
        return form == StoreForm.PKCS12
                ? "cannot be read as a PKCS#12 store"
                : "cannot be read as a BCFKS store with this passphrase; FIPS mode reads no PKCS#12 store, and 'gatehouse"
                        + " keys generate --fips' makes new keys";
    }

    private SigningKey add(List<SigningKey> before) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            int generation = before.isEmpty() ? 1 : before.get(0).generation() + 1;
            var created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var key = new SigningKey(generation, created, pair.getPublic(), pair.getPrivate());
            var keys = new ArrayList<SigningKey>(List.of(key));
            keys.addAll(before.subList(0, Math.min(before.size(), MAX_VALID - 1)));
            save(keys);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot make ECDSA P-256 keys", e);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private void save(List<SigningKey> keys) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(form.name());
        try {
            store.load(null, passphrase);
            for (var key : keys) {
                var pair = new KeyPair(key.publicKey(), key.privateKey());
                var certificate = SelfSigned.certificate(pair, key.generation(), key.created());
                store.setKeyEntry(key.id(), key.privateKey(), passphrase, new X509Certificate[] {certificate});
            }
            write(store);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store cannot be filled", e);
        }
    }

    /** Into a new file that only the owner may read, then in one step over the old one. */
    private void write(KeyStore store) throws IOException, GeneralSecurityException {
        var target = file.toAbsolutePath();
        var suffix = new BigInteger(64, random).toString(16);
        var temporary = target.resolveSibling(target.getFileName() + "." + suffix + ".tmp");
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(temporary);
            }
            try (var out = Files.newOutputStream(temporary, StandardOpenOption.WRITE)) {
                store.store(out, passphrase);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
