package dev.gatehouse.scanners.reach;

import java.util.Locale;

/** How a project's code has to do with the vulnerable part of a library. */
public enum Use {
    /** A way of references leads there. */
    REACHABLE,
    /** It is there, and no way was found; code that is loaded by a name put together at run time may still use it. */
    PRESENT,
    /** There was no code, or no file of the library, to look at. */
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
