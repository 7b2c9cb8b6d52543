package dev.gatehouse.jenkins.result;

import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * One scan in numbers, as the build's record has it: enough for the build page, the trend and the REST API, so that none
 * of them opens a report. Stored by field name; fields are only ever added.
 */
@ExportedBean(defaultVisibility = 2)
public final class ScanSummary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String verdict;
    private final String created;
    private final int newFindings;
    private final int existingFindings;
    private final int fixedFindings;
    private final int acceptedFindings;
    private final int asideFindings;

    @SuppressWarnings("serial") // a LinkedHashMap of texts and numbers
    private final Map<String, Integer> counts;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> reasons;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> incomplete;

    private ScanSummary(String id, Report report) {
        var tally = Tally.of(report);
        this.id = id;
        verdict = report.verdict().status().label();
        created = report.created().toString();
        newFindings = tally.fresh();
        existingFindings = tally.counting() - tally.fresh();
        fixedFindings = tally.fixed();
        acceptedFindings = tally.accepted();
        asideFindings = tally.aside();
        counts = new LinkedHashMap<>();
        Tally.severities().forEach(severity -> counts.put(severity.label(), tally.of(severity)));
        reasons = new ArrayList<>(report.verdict().rules().stream()
                .filter(rule -> !rule.passed())
                .map(ScanSummary::reason)
                .toList());
        incomplete = new ArrayList<>(report.scanners().stream()
                .filter(run -> run.status() != ScannerStatus.COMPLETED)
                .map(ScanSummary::why)
                .toList());
    }

    public static ScanSummary of(String id, Report report) {
        return new ScanSummary(id, report);
    }

    @Exported
    public String getId() {
        return id;
    }

    /** {@code passed}, {@code failed} or {@code incomplete}. */
    @Exported
    public String getVerdict() {
        return verdict;
    }

    /** When the scan ended, ISO 8601 in UTC. */
    @Exported
    public String getCreated() {
        return created;
    }

    /** New or reintroduced, and neither accepted nor set aside. */
    @Exported
    public int getNewFindings() {
        return newFindings;
    }

    @Exported
    public int getExistingFindings() {
        return existingFindings;
    }

    @Exported
    public int getFixedFindings() {
        return fixedFindings;
    }

    @Exported
    public int getAcceptedFindings() {
        return acceptedFindings;
    }

    /** Neither accepted nor believed by triage; 0 in a record of a version that did not count them. */
    @Exported
    public int getAsideFindings() {
        return asideFindings;
    }

    /** Findings that are neither accepted nor set aside, by severity in lower case, worst first; every severity is there. */
    @Exported
    public Map<String, Integer> getCounts() {
        return new LinkedHashMap<>(counts);
    }

    /** Why the gate did not pass, a sentence for each rule that is broken. */
    @Exported
    public List<String> getReasons() {
        return List.copyOf(reasons);
    }

    /** Which scanner did not get through and why, a sentence each; none of them looked at everything. */
    @Exported
    public List<String> getIncomplete() {
        return List.copyOf(incomplete);
    }

    /** All that counts against the gate by itself: what is not accepted. */
    public int getTotal() {
        return newFindings + existingFindings;
    }

    public boolean isPassed() {
        return verdict.equals(Verdict.Status.PASSED.label());
    }

    public boolean isIncompleteOnly() {
        return verdict.equals(Verdict.Status.INCOMPLETE.label());
    }

    private static String reason(Verdict.RuleOutcome rule) {
        return VisibleText.brief(rule.rule() + ": " + rule.reason());
    }

    private static String why(ScannerRun run) {
        var reason = run.reason().isEmpty() ? "no reason was given" : run.reason();
        return VisibleText.brief(
                "%s %s: %s".formatted(run.id().label(), run.status().label(), reason));
    }
}
