package dev.gatehouse.jenkins.page;

import dev.gatehouse.jenkins.result.ScanSummary;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** All scans of one build added up. */
@ExportedBean(defaultVisibility = 2)
public final class TrendPoint {
    private final int build;
    private final int fresh;
    private final int existing;
    private final int fixed;
    private final int accepted;
    private final int aside;
    private final boolean passed;

    private TrendPoint(int build, int fresh, int existing, int fixed, int accepted, int aside, boolean passed) {
        this.build = build;
        this.fresh = fresh;
        this.existing = existing;
        this.fixed = fixed;
        this.accepted = accepted;
        this.aside = aside;
        this.passed = passed;
    }

    static TrendPoint of(int build, List<ScanSummary> scans) {
        return new TrendPoint(
                build,
                scans.stream().mapToInt(ScanSummary::getNewFindings).sum(),
                scans.stream().mapToInt(ScanSummary::getExistingFindings).sum(),
                scans.stream().mapToInt(ScanSummary::getFixedFindings).sum(),
                scans.stream().mapToInt(ScanSummary::getAcceptedFindings).sum(),
                scans.stream().mapToInt(ScanSummary::getAsideFindings).sum(),
                scans.stream().allMatch(ScanSummary::isPassed));
    }

    @Exported
    public int getBuild() {
        return build;
    }

    @Exported
    public int getNewFindings() {
        return fresh;
    }

    @Exported
    public int getExistingFindings() {
        return existing;
    }

    @Exported
    public int getFixedFindings() {
        return fixed;
    }

    @Exported
    public int getAcceptedFindings() {
        return accepted;
    }

    /** Set aside by triage. */
    @Exported
    public int getAsideFindings() {
        return aside;
    }

    /** Whether every gate of the build passed. */
    @Exported
    public boolean isPassed() {
        return passed;
    }

    int total() {
        return fresh + existing;
    }
}
