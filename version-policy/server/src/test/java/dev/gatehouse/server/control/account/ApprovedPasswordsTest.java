package dev.gatehouse.server.control.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** What FIPS mode makes of passwords; the derivation is the same whoever does it. */
class ApprovedPasswordsTest {
    private final Passwords approved = new Passwords(new SecureRandom(), true);
    private final Passwords usual = new Passwords(new SecureRandom(), false);

    @Test
    void aPasswordThatIsKeptInFipsModeIsRightOutsideOfIt() {
        var kept = approved.hash("correct horse battery");

        assertThat(kept).startsWith("$pbkdf2-sha256$i=600000$");
        assertThat(approved.isRight("correct horse battery", kept)).isTrue();
        assertThat(usual.isRight("correct horse battery", kept)).isTrue();
        assertThat(approved.isRight("correct horse batterx", kept)).isFalse();
        assertThat(approved.isRight("short", kept)).isFalse();
    }

    @Test
    void whatOthersHaveDerivedIsReadToo() {
        // hashlib.pbkdf2_hmac("sha256", b"correct horse battery staple", bytes(range(16)), 1000) of Python
        var kept = "$pbkdf2-sha256$i=1000$AAECAwQFBgcICQoLDA0ODw$ppsXnjrdPB4KryJ6DrOqKqhkWrhv7PbKAMF1Eml8cZ4";

        assertThat(approved.isRight("correct horse battery staple", kept)).isTrue();
    }

    @Test
    void aPasswordThatIsKeptByArgon2IsNeverRightInFipsMode() {
        assertThat(approved.isRight("correct horse battery", usual.hash("correct horse battery")))
                .isFalse();
    }

    @Test
    void aPasswordOfFewerThan112BitsIsNone() {
        assertThatThrownBy(() -> approved.check("thirteen-char")).isInstanceOf(BadInput.class);
        assertThat(approved.check("fourteen-chars")).isEqualTo("fourteen-chars");
        assertThat(usual.check("thirteen-char")).isEqualTo("thirteen-char");
    }
}
