package dev.gatehouse.cli.shell;

/** What the command tells its caller. */
public final class ExitCode {
    /** Done, or the gate passed. */
    public static final int PASSED = 0;
    /** Refused, or the gate failed. */
    public static final int FAILED = 1;
    /** A mistake in the call or in a file; nothing was written. */
    public static final int BAD_INPUT = 2;
    /** Not everything that should have been looked at was. */
    public static final int INCOMPLETE = 3;
    /** A fault of Gatehouse itself ({@code EX_SOFTWARE} of sysexits.h). */
    public static final int OUR_FAULT = 70;

    private ExitCode() {}
}
