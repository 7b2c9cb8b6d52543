package dev.gatehouse.trackers.github.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The short-lived statement with which a GitHub App shows who it is: a JSON Web Token, RS256 (RFC 7519, RFC 7518). */
final class AppJwt {
    /** GitHub's clock may be behind ours. */
    private static final Duration EARLIER = Duration.ofSeconds(60);
    /** GitHub takes ten minutes at most, and its clock may be ahead of ours. */
    private static final Duration LIFE = Duration.ofMinutes(9);

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private AppJwt() {}

    static String sign(Credentials.App app, Instant now) {
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("iat", now.minus(EARLIER).getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("iss", app.id());
        var content = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims.toString());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(app.key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA and SHA-256", e);
        }
    }

    private static String encode(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
