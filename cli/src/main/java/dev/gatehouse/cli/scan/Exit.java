package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.report.Verdict;

/** The exit code that a verdict stands for. */
final class Exit {

    private Exit() {}

    static int of(Verdict verdict) {
        return switch (verdict.status()) {
            case PASSED -> ExitCode.PASSED;
            case FAILED -> ExitCode.FAILED;
            case INCOMPLETE -> ExitCode.INCOMPLETE;
        };
    }
}
