package dev.gatehouse.server.control.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void onlyTheSamePasswordIsRightAndNoTwoAreKeptAlike() {
        var kept = passwords.hash("correct horse battery");
        assertThat(kept)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.hash("correct horse battery"));
        assertThat(passwords.isRight("correct horse battery", kept)).isTrue();
        assertThat(passwords.isRight("correct horse batterx", kept)).isFalse();
        assertThat(passwords.isRight("", "")).isFalse();
    }

    @Test
    void whatOthersHaveHashedIsReadToo() {
        // by argon2-cffi 23.1: memory 64 MiB, 3 passes, 4 lanes
        var kept = "$argon2id$v=19$m=65536,t=3,p=4$MIIRqgvgQbgj220jfp0MPA$YfwJSVjtjSU0zzV/P3S9nnQ/USre2wvJMjfCIjrTQbg";
        assertThat(passwords.isRight("correct horse battery staple", kept)).isTrue();
    }

    @Test
    void whatIsTooShortOrOfOneSignIsNoPassword() {
        assertThatThrownBy(() -> passwords.check("short")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> passwords.check("aaaaaaaaaaaaaaaa")).isInstanceOf(BadInput.class);
        assertThat(passwords.check("correct horse battery")).isNotEmpty();
    }

    @Test
    void whatIsSealedOpensUnderTheSameSecretForTheSamePurposeOnly() {
        var seal = new Seal("s".repeat(32).getBytes(StandardCharsets.UTF_8), new SecureRandom());
        var sealed = seal.seal(new byte[] {1, 2, 3}, "one");
        assertThat(seal.open(sealed, "one")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> seal.open(sealed, "two")).isInstanceOf(IllegalStateException.class);
        var other = new Seal("t".repeat(32).getBytes(StandardCharsets.UTF_8), new SecureRandom());
        assertThatThrownBy(() -> other.open(sealed, "one")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("%", "one")).isInstanceOf(IllegalStateException.class);
    }
}
