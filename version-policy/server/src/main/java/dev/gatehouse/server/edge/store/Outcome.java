package dev.gatehouse.server.edge.store;

/** What became of a document that a source offered. */
public enum Outcome {
    /** It is served from now on. */
    TAKEN,
    /** It is the one that is served already. */
    UNCHANGED,
    /** It is not to be believed; what was served before is still served. */
    REFUSED
}
