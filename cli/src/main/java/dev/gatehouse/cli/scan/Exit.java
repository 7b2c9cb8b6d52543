package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.findings.report.Verdict;

/** The exit code that a verdict stands for. */
final class Exit {

    private Exit() {}

    static int of(Verdict verdict) {
        return switch (verdict.status()) {
            case PASSED -> Gatehouse.PASSED;
            case FAILED -> Gatehouse.FAILED;
            case INCOMPLETE -> Gatehouse.INCOMPLETE;
        };
    }
}
