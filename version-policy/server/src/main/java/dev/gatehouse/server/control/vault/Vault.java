package dev.gatehouse.server.control.vault;

import java.util.List;
import java.util.Optional;

/** Named documents, each replaced as a whole. Safe for use by several threads and servers at once. */
public interface Vault {

    /**
     * A document as it is.
     *
     * @param version counts up with every writing, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares documents
    record Stored(long version, byte[] content) {}

    Optional<Stored> read(String name);

    /**
     * Writes a document when nobody else has meanwhile, and returns when it will survive a power cut.
     *
     * @param expected the version that was read; 0 for a document that was not there
     * @return whether it was written
     */
    boolean write(String name, long expected, byte[] content);

    /** Deletes a document, if it is there. */
    void delete(String name);

    /** Names that begin so, in order. */
    List<String> names(String prefix);

    /** For messages; never holds a password. */
    String place();
}
