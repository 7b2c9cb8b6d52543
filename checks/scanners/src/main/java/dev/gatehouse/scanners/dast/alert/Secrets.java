package dev.gatehouse.scanners.dast.alert;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of texts what must not be in a report: credentials of this scan, and what looks like one. */
public final class Secrets {
    private static final String MASK = "***";
    private static final Pattern HEADER =
            Pattern.compile("(?im)^((?:proxy-)?authorization|x-api-key|x-auth-token|x-csrf-token|cookie2?):[ \\t]*.+$");
    private static final Pattern SET_COOKIE = Pattern.compile("(?im)^(set-cookie:[ \\t]*[^=;\\r\\n]+=)[^;\\r\\n]+");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)([\\w.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|sessionid|jsessionid)[\\w.-]*[\"']?[ ]*[=:][ ]*[\"']?)"
                    + "[^&\"'\\s;<>,}]{3,}");

    private final List<String> known;

    /** Takes the credentials of the scan. */
    public Secrets(List<String> known) {
        this.known = known.stream().filter(secret -> secret.length() >= 3).toList();
    }

    public String mask(String text) {
        var masked = text;
        for (var secret : known) {
            masked = masked.replace(secret, MASK);
        }
        masked = HEADER.matcher(masked).replaceAll("$1: " + MASK);
        masked = SET_COOKIE.matcher(masked).replaceAll("$1" + MASK);
        return FIELD.matcher(masked).replaceAll("$1" + MASK);
    }
}
