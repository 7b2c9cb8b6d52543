package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.jira.text.Block;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.jira.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an issue says. Jira takes 32,767 characters, so every part is bounded. */
final class Description {
    private static final int MOST_PLACES = 30;
    private static final int MOST_REFERENCES = 10;
    private static final int MOST_STEPS = 12;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_SOURCE = 4000;
    private static final int LONGEST_SUMMARY = 240;

    private final List<Finding> findings;
    private final Finding worst;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param findings of one group, worst first
     */
    Description(List<Finding> findings) {
        this.findings = findings;
        this.worst = findings.get(0);
    }

    /** Says nothing that changes while the group stays the same. */
    String summary(String group) {
        var place = findings.size() == 1 || group.startsWith("finding/")
                ? worst.location().display()
                : group.startsWith("dependency/")
                        ? Groups.withoutVersion(worst.location().display())
                        : group.startsWith("advisory/") ? worst.rule() : Groups.module(worst);
        return cut(VisibleText.line(worst.title() + (place.isEmpty() ? "" : ": " + place)), LONGEST_SUMMARY);
    }

    Document document() {
        paragraph(cut(worst.description(), LONGEST_TEXT));
        facts();
        places();
        evidence();
        if (!worst.remediation().isBlank()) {
            blocks.add(new Block.Heading("What helps"));
            paragraph(cut(worst.remediation(), LONGEST_TEXT));
        }
        references();
        paragraph(
                "Gatehouse keeps this issue: it closes it when the finding is gone, and opens it again when it is back."
                        + " Closing it as 'won't do' proposes to accept the risk.");
        return new Document(blocks);
    }

    private void facts() {
        var facts = new ArrayList<List<Span>>();
        facts.add(fact("Severity", worst.severity().label()));
        facts.add(fact("Rule", worst.rule()));
        if (!worst.cwe().isEmpty()) {
            facts.add(fact("CWE", worst.cwe().stream().map(cwe -> "CWE-" + cwe).collect(Collectors.joining(", "))));
        }
        Cvss cvss = worst.cvss();
        if (cvss != null) {
            facts.add(fact("CVSS " + cvss.version(), "%.1f".formatted(cvss.score())));
        }
        worst.owasp()
                .forEach((edition, categories) -> facts.add(fact(
                        "OWASP " + edition,
                        categories.stream().map(category -> category.id()).collect(Collectors.joining(", ")))));
        worst.evidence().facts().entrySet().stream()
                .limit(MOST_REFERENCES)
                .forEach(fact -> facts.add(fact(cut(fact.getKey(), 100), cut(fact.getValue(), 300))));
        blocks.add(new Block.Bullets(facts));
    }

    private static List<Span> fact(String name, String value) {
        return List.of(new Span.Strong(name), new Span.Plain(": " + value));
    }

    private void places() {
        blocks.add(
                new Block.Heading(findings.size() == 1 ? "Where" : "Where (%d findings)".formatted(findings.size())));
        var places = findings.stream()
                .limit(MOST_PLACES)
                .map(finding -> List.<Span>of(new Span.Mono(cut(place(finding), 300))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (findings.size() > MOST_PLACES) {
            places.add(List.of(new Span.Plain("and %d more".formatted(findings.size() - MOST_PLACES))));
        }
        blocks.add(new Block.Bullets(places));
    }

    private static String place(Finding finding) {
        if (finding.location() instanceof Location.Code code && code.method() != null) {
            return code.display() + " in " + code.className() + "." + code.method();
        }
        return finding.location() instanceof Location.Dependency dependency
                ? finding.rule() + " in " + dependency.purl()
                : finding.location().display();
    }

    private void evidence() {
        var steps = worst.evidence().steps();
        if (!steps.isEmpty()) {
            blocks.add(new Block.Heading("How it comes about"));
            blocks.add(new Block.Bullets(steps.stream()
                    .limit(MOST_STEPS)
                    .map(step -> List.<Span>of(new Span.Plain(cut(
                            step.message()
                                    + (step.file() == null ? "" : " (%s:%d)".formatted(step.file(), step.line())),
                            300))))
                    .toList()));
        }
        var excerpt = worst.evidence().excerpt();
        if (excerpt != null) {
            blocks.add(new Block.Verbatim(cut(String.join("\n", excerpt.lines()), LONGEST_SOURCE)));
        }
    }

    private void references() {
        var links = Stream.of(worst)
                .flatMap(finding -> finding.evidence().references().stream())
                .distinct()
                .limit(MOST_REFERENCES)
                .map(reference -> List.<Span>of(new Span.Link(cut(reference, 500), reference)))
                .toList();
        if (!links.isEmpty()) {
            blocks.add(new Block.Heading("References"));
            blocks.add(new Block.Bullets(links));
        }
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            blocks.add(new Block.Paragraph(List.of(new Span.Plain(text))));
        }
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
