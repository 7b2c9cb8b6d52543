package dev.gatehouse.policy.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    @TempDir
    Path folder;

    @Test
    void aKeyIsReadBackWithTheIdOfItsPublicKey() {
        var made = ring("correct horse battery").generate();
        var read = ring("correct horse battery").valid();
        assertThat(read).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(made.id()).hasSize(64);
            assertThat(key.privateKey()).isEqualTo(made.privateKey());
            assertThat(key.created()).isEqualTo(made.created());
        });
    }

    @Test
    void aRotationKeepsTheKeyBeforeAndDropsOlderOnes() {
        var ring = ring("correct horse battery");
        var first = ring.generate();
        var second = ring.rotate();
        assertThat(ring.valid()).extracting(SigningKey::id).containsExactly(second.id(), first.id());
        var third = ring.rotate();
        assertThat(ring.valid()).extracting(SigningKey::id).containsExactly(third.id(), second.id());
    }

    @Test
    void aWrongPassphraseIsToldAsThat() {
        ring("correct horse battery").generate();
        assertThatThrownBy(() -> ring("another passphrase").valid())
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("keys.p12: the passphrase is wrong");
    }

    @Test
    void generatingNeverReplacesAStore() {
        ring("correct horse battery").generate();
        assertThatThrownBy(() -> ring("correct horse battery").generate())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> ring("short")).isInstanceOf(BadInput.class).hasMessageContaining("at least 12");
    }

    @Test
    void onlyTheOwnerMayReadTheStore() throws IOException {
        ring("correct horse battery").generate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store())))
                .isEqualTo("rw-------");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(store());
        }
    }

    @Test
    void theFirstStoreOfAProjectMakesItsFolder() {
        var inFolder = folder.resolve(".gatehouse").resolve("keys.p12");
        new KeyRing(inFolder, "correct horse battery".toCharArray(), Clock.systemUTC(), new SecureRandom()).generate();
        assertThat(inFolder).exists();
    }

    @Test
    void publicKeysAreReadBackFromTheirPemFile() throws IOException {
        var ring = ring("correct horse battery");
        ring.generate();
        ring.rotate();
        var pem = folder.resolve("keys.pem");
        Files.writeString(
                pem,
                ring.valid().stream()
                        .map(key -> PublicKeys.pem(key.publicKey()))
                        .reduce("", String::concat));
        assertThat(PublicKeys.read(pem))
                .extracting(PublicKeys::id)
                .isEqualTo(ring.valid().stream().map(SigningKey::id).toList());
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    private KeyRing ring(String passphrase) {
        return new KeyRing(store(), passphrase.toCharArray(), Clock.systemUTC(), new SecureRandom());
    }
}
