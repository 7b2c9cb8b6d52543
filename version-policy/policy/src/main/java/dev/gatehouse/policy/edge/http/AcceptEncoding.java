package dev.gatehouse.policy.edge.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client says about content codings (RFC 9110 §12.5.3). */
public final class AcceptEncoding {
    private static final int MAX_LENGTH = 256;

    private AcceptEncoding() {}

    /** Whether gzip is welcome: named, or covered by {@code *}, and not with weight 0. */
    public static boolean takesGzip(@Nullable String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return false;
        }
        boolean any = false;
        for (var item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = item.indexOf(';');
            var coding = (semicolon < 0 ? item : item.substring(0, semicolon)).strip();
            boolean wanted = semicolon < 0 || Weight.of(item.substring(semicolon + 1)) > 0;
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            any |= coding.equals("*") && wanted;
        }
        return any;
    }
}
