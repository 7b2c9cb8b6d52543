package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.jenkins.result.ScanSummary;
import hudson.model.Api;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One scan of a build: verdict, OWASP Top 10, findings, downloads. */
@ExportedBean
public final class ScanPage implements ModelObject {
    private final BuildScans scans;
    private final ScanSummary summary;

    ScanPage(BuildScans scans, ScanSummary summary) {
        this.scans = scans;
        this.summary = summary;
    }

    @Override
    public String getDisplayName() {
        return summary.getId();
    }

    @Exported(visibility = 2)
    public ScanSummary getSummary() {
        return summary;
    }

    public Run<?, ?> getRun() {
        return scans.getRun();
    }

    public Api getApi() {
        return new Api(this);
    }

    Report getReport() {
        return scans.report(summary);
    }

    /** Why the report cannot be shown; empty when it can. */
    public String getProblem() {
        try {
            getReport();
            return "";
        } catch (BadInput e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The rows of the newest edition of the OWASP Top 10. */
    public List<MatrixRow> getMatrix() {
        var ran = getReport().scanners().stream()
                .filter(run -> run.status() != ScannerStatus.SKIPPED)
                .map(ScannerRun::id)
                .collect(Collectors.toUnmodifiableSet());
        return getReport().owaspTop10().stream().findFirst().map(OwaspMatrix::rows).stream()
                .flatMap(List::stream)
                .map(row -> new MatrixRow(row, ran))
                .toList();
    }

    public String getEdition() {
        return getReport().owaspTop10().stream()
                .findFirst()
                .map(OwaspMatrix::edition)
                .orElse("");
    }

    /** The page of findings that the browser's address asks for. */
    public FindingTable getTable() {
        var request = Stapler.getCurrentRequest2();
        return table(request == null ? Map.of() : request.getParameterMap());
    }

    FindingTable table(Map<String, String[]> parameters) {
        return FindingTable.of(getReport().findings(), FindingQuery.of(parameters));
    }

    /** What the baseline had and this build has not. */
    public List<FindingView> getFixed() {
        return getReport().fixed().stream().map(FindingView::new).toList();
    }

    public List<String> getScanners() {
        return getReport().scanners().stream()
                .map(run -> "%s: %s %s, %s"
                        .formatted(
                                run.id().label(),
                                run.name(),
                                run.version(),
                                run.status().label()))
                .toList();
    }

    public Downloads getFiles() {
        return new Downloads(scans.folder(summary));
    }

    /** A finding's page; findings that are fixed have one too. */
    public @Nullable FindingPage getFinding(String id) {
        var report = getReport();
        return Stream.concat(report.findings().stream(), report.fixed().stream())
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .map(finding -> new FindingPage(this, finding))
                .orElse(null);
    }
}
