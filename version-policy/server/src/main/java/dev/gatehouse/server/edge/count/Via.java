package dev.gatehouse.server.edge.count;

import java.util.Locale;

/** Which door a client came through. */
public enum Via {
    POLICY,
    CHECK,
    ENFORCE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
