package dev.gatehouse.cli.evidence;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.evidence.Check;
import java.io.PrintWriter;
import java.util.List;

/** Prints what was looked at, a line each, and what it comes to. */
record Checklist(PrintWriter out) {

    void print(List<Check> checks) {
        for (var check : checks) {
            out.println("  %-4s  %-12s  %s"
                    .formatted(check.holds() ? "ok" : "FAIL", check.what(), VisibleText.exact(check.sentence())));
        }
        long failed = checks.stream().filter(check -> !check.holds()).count();
        out.println(
                failed == 0
                        ? "Everything holds."
                        : "%d of %d does not hold: this does not prove the release.".formatted(failed, checks.size()));
    }
}
