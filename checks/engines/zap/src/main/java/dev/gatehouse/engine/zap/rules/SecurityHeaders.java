package dev.gatehouse.engine.zap.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a page come without the headers that make a browser careful? Sends nothing. */
public final class SecurityHeaders extends PageRule {

    public SecurityHeaders() {
        super(new Facts(
                960013,
                "Security headers missing or weak",
                Alert.RISK_LOW,
                693,
                2,
                5,
                "The page comes without headers that make browsers careful, so other weaknesses are easier to use.",
                "Send Content-Security-Policy (without unsafe-inline for scripts), X-Content-Type-Options: nosniff,"
                        + " X-Frame-Options or frame-ancestors, and over HTTPS Strict-Transport-Security; in one place for"
                        + " all pages."));
    }

    @Override
    void look(Answer answer) {
        if (!answer.isFine() || !answer.isHtml()) {
            return;
        }
        var missing = missing(answer);
        if (!missing.isEmpty()) {
            newAlert()
                    .setConfidence(Alert.CONFIDENCE_HIGH)
                    .setUri(answer.message().getRequestHeader().getURI().toString())
                    .setOtherInfo("Missing or weak: %s.".formatted(String.join(", ", missing)))
                    .setMessage(answer.message())
                    .raise();
        }
    }

    private static List<String> missing(Answer answer) {
        var missing = new ArrayList<String>();
        var policy = answer.header("Content-Security-Policy").toLowerCase(Locale.ROOT);
        if (policy.isBlank()) {
            missing.add("Content-Security-Policy");
        } else if (policy.matches(".*(script-src|default-src)[^;]*('unsafe-inline'|\\*).*")) {
            missing.add("Content-Security-Policy (allows any script)");
        }
        if (!answer.header("X-Content-Type-Options").strip().equalsIgnoreCase("nosniff")) {
            missing.add("X-Content-Type-Options");
        }
        if (answer.header("X-Frame-Options").isBlank() && !policy.contains("frame-ancestors")) {
            missing.add("X-Frame-Options");
        }
        if (answer.message().getRequestHeader().isSecure()
                && answer.header("Strict-Transport-Security").isBlank()) {
            missing.add("Strict-Transport-Security");
        }
        return missing;
    }
}
