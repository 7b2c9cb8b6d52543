package dev.gatehouse.engine.sast.triage.value;

import java.util.Locale;
import java.util.Optional;

/** What a text is used for; what is harmless in one place is not in another. */
public enum Use {
    HTML(1, "an HTML page"),
    SQL(2, "an SQL statement"),
    PATH(4, "a file name"),
    COMMAND(8, "a command"),
    LDAP(16, "an LDAP query"),
    XPATH(32, "an XPath expression"),
    HEADER(64, "an HTTP header"),
    /** Anything else: only a value that nobody outside has a hand in is harmless. */
    ANY(0, "this call");

    /** Bits of every use, for text that is harmless wherever it goes. */
    public static final int ALL = -1;

    /** Not of a use: the text was found in a list of the program's, whatever that holds. */
    public static final int LISTED = 1 << 15;

    private final int bit;
    private final String words;

    Use(int bit, String words) {
        this.bit = bit;
        this.words = words;
    }

    public int bit() {
        return bit;
    }

    /** As part of a sentence: {@code an HTML page}. */
    public String words() {
        return words;
    }

    /** By its name in lower case. */
    public static Optional<Use> named(String name) {
        for (var use : values()) {
            if (use != ANY && use.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }
}
