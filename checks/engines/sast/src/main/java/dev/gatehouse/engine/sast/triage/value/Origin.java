package dev.gatehouse.engine.sast.triage.value;

/** Where a value's text may come from, most harmless first. */
public enum Origin {
    /** Made of constants, numbers, files of the program's own and settings of the machine only. */
    SAFE,
    UNKNOWN,
    /** Read from a request. */
    OUTSIDE
}
