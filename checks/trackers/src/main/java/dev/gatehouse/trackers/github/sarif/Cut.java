package dev.gatehouse.trackers.github.sarif;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.sarif.SarifRun;
import java.util.List;

/** Cuts a run to what code scanning keeps, worst first, and says what went. */
final class Cut {
    /** Of our tags, those that do not come from CWE or OWASP: {@code security}. */
    private static final int OTHER_TAGS = 1;

    private final Limits limits;
    private final List<String> said;

    Cut(Limits limits, List<String> said) {
        this.limits = limits;
        this.said = said;
    }

    SarifRun run(SarifRun run) {
        var kept = to(run, limits.results(), "GitHub keeps %,d a run".formatted(limits.results()));
        var results = kept.present().stream().map(this::steps).map(this::tags).toList();
        tell(run, kept.present(), results);
        return new SarifRun(run.scanner(), run.category(), results, List.of());
    }

    /** The first {@code most} results. */
    SarifRun to(SarifRun run, int most, String why) {
        int all = run.present().size();
        if (all <= most) {
            return run;
        }
        var kept = run.present().subList(0, most);
        var least = kept.isEmpty()
                ? "none"
                : "down to " + kept.get(most - 1).severity().label();
        said.add("%s: %,d of %,d results were sent, the worst first, %s; %s."
                .formatted(run.category(), most, all, least, why));
        return new SarifRun(run.scanner(), run.category(), kept, List.of());
    }

    private Finding steps(Finding finding) {
        var evidence = finding.evidence();
        return evidence.steps().size() <= limits.steps()
                ? finding
                : finding.withEvidence(new Evidence(
                        evidence.excerpt(),
                        evidence.steps().subList(0, limits.steps()),
                        evidence.facts(),
                        evidence.references()));
    }

    private Finding tags(Finding finding) {
        int owasp = finding.owasp().getOrDefault("2025", List.of()).size();
        int room = Math.max(0, limits.tags() - OTHER_TAGS - owasp);
        return finding.cwe().size() <= room
                ? finding
                : finding.withCwe(finding.cwe().subList(0, room));
    }

    private void tell(SarifRun run, List<Finding> before, List<Finding> after) {
        int shortened = 0;
        int untagged = 0;
        for (int i = 0; i < before.size(); i++) {
            shortened += before.get(i).evidence().steps().size()
                            > after.get(i).evidence().steps().size()
                    ? 1
                    : 0;
            untagged += before.get(i).cwe().size() > after.get(i).cwe().size() ? 1 : 0;
        }
        if (shortened > 0) {
            said.add("%s: the way through the code of %,d results was cut after %,d steps."
                    .formatted(run.category(), shortened, limits.steps()));
        }
        if (untagged > 0) {
            said.add("%s: %,d results have more weaknesses (CWE) than the %d tags that GitHub takes for a rule."
                    .formatted(run.category(), untagged, limits.tags()));
        }
    }
}
