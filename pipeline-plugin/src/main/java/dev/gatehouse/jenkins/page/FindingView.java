package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.text.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A finding as pages show it. Characters that cannot be seen, or that turn the reading direction, are shown by number;
 * markup is escaped by the views.
 */
public final class FindingView {
    private final Finding finding;

    FindingView(Finding finding) {
        this.finding = finding;
    }

    public String getId() {
        return VisibleText.exact(finding.id());
    }

    public String getTitle() {
        return VisibleText.line(finding.title());
    }

    public String getRule() {
        return VisibleText.exact(finding.rule());
    }

    public String getSeverity() {
        return finding.severity().label();
    }

    public String getConfidence() {
        return finding.confidence().label();
    }

    public String getState() {
        return finding.state().label();
    }

    public String getScanner() {
        return finding.scanner().label();
    }

    public String getPlace() {
        return VisibleText.exact(finding.location().display());
    }

    public List<String> getDescription() {
        return paragraphs(finding.description());
    }

    public List<String> getRemediation() {
        return paragraphs(finding.remediation());
    }

    /** Such as {@code CWE-89}, most specific first. */
    public List<String> getCwe() {
        return finding.cwe().stream().map(number -> "CWE-" + number).toList();
    }

    /** Such as {@code A05:2025 Injection}, newest edition first. */
    public List<String> getCategories() {
        return finding.owasp().entrySet().stream()
                .sorted(Map.Entry.<String, List<OwaspCategory>>comparingByKey().reversed())
                .flatMap(edition -> edition.getValue().stream())
                .map(category -> category.id() + " " + category.name())
                .toList();
    }

    /** The newest edition's category, for the table. */
    public String getCategory() {
        return getCategories().stream().findFirst().orElse("");
    }

    public String getCvss() {
        var cvss = finding.cvss();
        return cvss == null
                ? ""
                : "CVSS %s: %.1f %s"
                        .formatted(
                                VisibleText.word(cvss.version()),
                                cvss.score(),
                                VisibleText.brief(Objects.requireNonNullElse(cvss.vector(), "")))
                        .strip();
    }

    /** Lines of source code around the place; none where the source was not found. */
    public List<SourceLine> getExcerpt() {
        var excerpt = finding.evidence().excerpt();
        if (excerpt == null) {
            return List.of();
        }
        var lines = new ArrayList<SourceLine>();
        for (var text : excerpt.lines()) {
            int number = excerpt.startLine() + lines.size();
            lines.add(new SourceLine(number, VisibleText.block(text), isBlamed(number)));
        }
        return lines;
    }

    private boolean isBlamed(int number) {
        return finding.location() instanceof Location.Code code
                && number >= code.startLine()
                && number <= code.endLine();
    }

    /** The way from source to sink. */
    public List<EvidenceStep> getSteps() {
        return finding.evidence().steps().stream().map(FindingView::step).toList();
    }

    private static EvidenceStep step(Evidence.Step step) {
        var file = step.file();
        var place = file == null ? "" : step.line() == 0 ? file : file + ":" + step.line();
        return new EvidenceStep(VisibleText.line(step.message()), VisibleText.exact(place));
    }

    /** Named details in the order to show them. */
    public List<Fact> getFacts() {
        var facts = new LinkedHashMap<String, String>();
        if (finding.location() instanceof Location.Dependency dependency) {
            facts.put("file", dependency.file());
            facts.put(
                    "comes in by",
                    dependency.paths().stream()
                            .map(path -> String.join(" → ", path))
                            .collect(Collectors.joining("; ")));
        } else if (finding.location() instanceof Location.Http http && http.parameter() != null) {
            facts.put("parameter", http.parameter());
        } else if (finding.location() instanceof Location.Code code) {
            facts.put("class", code.className());
            facts.put("method", Objects.requireNonNullElse(code.method(), ""));
        }
        facts.putAll(finding.evidence().facts());
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> new Fact(VisibleText.line(fact.getKey()), VisibleText.line(fact.getValue())))
                .toList();
    }

    /** Addresses that a browser may be sent to: http and https, whatever else a scanned project wrote there. */
    public List<String> getReferences() {
        return finding.evidence().references().stream()
                .filter(FindingView::isWebAddress)
                .toList();
    }

    public String getFirstSeen() {
        return VisibleText.word(Objects.requireNonNullElse(finding.firstSeen(), ""));
    }

    /** What a second look at the byte code says; empty when there was none. */
    public String getTriage() {
        var triage = finding.triage();
        return triage == null ? "" : "%s: %s".formatted(triage.level().label(), VisibleText.brief(triage.reason()));
    }

    public boolean isAccepted() {
        return finding.acceptance() != null;
    }

    /** Whether triage does not believe it, so that it does not count. */
    public boolean isAside() {
        return !isAccepted() && !Triage.believes(finding);
    }

    /** Who lets it through, until when, why and where that is written; empty when nobody does. */
    public String getAcceptance() {
        var acceptance = finding.acceptance();
        if (acceptance == null) {
            return "";
        }
        var until = acceptance.expires() == null ? "without end" : "until " + acceptance.expires();
        return "%s, %s: %s (%s)"
                .formatted(
                        VisibleText.brief(acceptance.owner()),
                        until,
                        VisibleText.brief(acceptance.reason()),
                        VisibleText.brief(acceptance.source()));
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> paragraphs(String text) {
        return VisibleText.block(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** One line of source code. */
    public record SourceLine(int number, String text, boolean blamed) {}

    /** One step of the way, and where it is; the place is empty when nobody knows. */
    public record EvidenceStep(String message, String place) {}

    /** A named detail. */
    public record Fact(String name, String value) {}
}
