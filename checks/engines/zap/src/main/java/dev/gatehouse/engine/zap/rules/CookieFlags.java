package dev.gatehouse.engine.zap.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parosproxy.paros.core.scanner.Alert;

/** Is a cookie set that scripts, plain HTTP or other sites can have? Sends nothing. */
public final class CookieFlags extends PageRule {

    /** The flags with the weakness that a missing one is, the worst first. */
    private enum Flag {
        HTTP_ONLY("httponly", "HttpOnly", 1004),
        SECURE("secure", "Secure", 614),
        SAME_SITE("samesite", "SameSite", 1275);

        private final String attribute;
        private final String label;
        private final int cwe;

        Flag(String attribute, String label, int cwe) {
            this.attribute = attribute;
            this.label = label;
            this.cwe = cwe;
        }
    }

    public CookieFlags() {
        super(new Facts(
                960015,
                "Cookie without HttpOnly, Secure or SameSite",
                Alert.RISK_LOW,
                1004,
                2,
                5,
                "A cookie is set without a flag that keeps it from scripts (HttpOnly), from unencrypted connections"
                        + " (Secure) or from requests of other sites (SameSite).",
                "Set HttpOnly, Secure and SameSite for every cookie that scripts need not read."));
    }

    @Override
    void look(Answer answer) {
        boolean secure = answer.message().getRequestHeader().isSecure();
        for (var cookie : answer.headers("Set-Cookie")) {
            var parts = Arrays.stream(cookie.split(";", -1)).map(String::strip).toList();
            var attributes = parts.stream()
                    .skip(1)
                    .map(part -> part.toLowerCase(Locale.ROOT))
                    .toList();
            var missing = new ArrayList<Flag>();
            for (var flag : Flag.values()) {
                // over plain HTTP a cookie with Secure would not come back; what else is wrong there the address says
                boolean counts = flag != Flag.SECURE || secure;
                if (counts && attributes.stream().noneMatch(attribute -> attribute.startsWith(flag.attribute))) {
                    missing.add(flag);
                }
            }
            if (!missing.isEmpty() && !parts.get(0).endsWith("=")) {
                report(answer, parts.get(0).split("=", 2)[0], missing);
            }
        }
    }

    private void report(Answer answer, String cookie, List<Flag> missing) {
        newAlert()
                .setConfidence(Alert.CONFIDENCE_HIGH)
                .setUri(answer.message().getRequestHeader().getURI().toString())
                .setParam(cookie)
                .setCweId(missing.get(0).cwe)
                .setOtherInfo("Missing: %s."
                        .formatted(missing.stream().map(flag -> flag.label).collect(Collectors.joining(", "))))
                .setMessage(answer.message())
                .raise();
    }
}
