package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Confirmation;
import dev.gatehouse.findings.text.VisibleText;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.List;

/** One finding, at {@code finding/ID} below its scan. */
public final class FindingPage implements ModelObject {
    private final ScanPage scan;
    private final Finding finding;

    FindingPage(ScanPage scan, Finding finding) {
        this.scan = scan;
        this.finding = finding;
    }

    @Override
    public String getDisplayName() {
        return getView().getTitle();
    }

    public FindingView getView() {
        return new FindingView(finding);
    }

    public ScanPage getScan() {
        return scan;
    }

    public Run<?, ?> getRun() {
        return scan.getRun();
    }

    /** Why running the application shows that this is real, a sentence each. */
    public List<String> getConfirmations() {
        return scan.getReport().confirmations().stream()
                .filter(confirmation -> confirmation.finding().equals(finding.id())
                        || confirmation.by().equals(finding.id()))
                .map(Confirmation::because)
                .map(VisibleText::brief)
                .toList();
    }
}
