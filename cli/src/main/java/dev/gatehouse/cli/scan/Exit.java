package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.report.Verdict;

/** The exit code that a verdict stands for. */
final class Exit {

    private Exit() {}

    static int of(Verdict.Status verdict) {
        return switch (verdict) {
            case PASSED -> ExitCode.PASSED;
            case FAILED -> ExitCode.FAILED;
            case INCOMPLETE -> ExitCode.INCOMPLETE;
        };
    }
}
