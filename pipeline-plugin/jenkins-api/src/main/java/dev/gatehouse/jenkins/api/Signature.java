package dev.gatehouse.jenkins.api;

/** What stands in place of every body here: these classes are compiled against and never run. */
public final class Signature {
    private Signature() {}

    /** Thrown by whoever is called all the same. */
    public static UnsupportedOperationException only() {
        return new UnsupportedOperationException(
                "this is a signature to compile against; the class itself comes from Jenkins");
    }
}
