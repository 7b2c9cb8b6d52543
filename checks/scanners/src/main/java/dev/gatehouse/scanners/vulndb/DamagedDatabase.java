package dev.gatehouse.scanners.vulndb;

/** A vulnerability database that cannot be used nor made anew; the message is a sentence that says what to do. */
public final class DamagedDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedDatabase(String sentence) {
        super(sentence);
    }
}
