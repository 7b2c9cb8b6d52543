package dev.gatehouse.cli.samples;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Where the findings of a scanner are not what was expected; a sentence each. */
final class Mismatches {
    private final List<Expectation> expectations;
    private final List<Finding> findings;

    private Mismatches(List<Expectation> expectations, List<Finding> findings) {
        this.expectations = expectations;
        this.findings = findings;
    }

    /** Marks of where a request enters (severity info) are no weaknesses and do not count. */
    static List<String> between(Expectations expected, ScannerKind scanner, List<Finding> findings) {
        var weaknesses = findings.stream()
                .filter(finding -> finding.scanner() == scanner)
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        var mismatches = new Mismatches(expected.of(scanner), weaknesses);
        return Stream.concat(
                        mismatches.expectations.stream().flatMap(mismatches::of), mismatches.inPlacesThatNobodyNamed())
                .toList();
    }

    private Stream<String> of(Expectation expected) {
        var there = findings.stream()
                .filter(finding -> place(finding.location()).equals(expected.at()))
                .toList();
        return switch (expected.must()) {
            case FIND -> Stream.concat(missing(expected, there), misjudged(expected, there));
            case NOT_FIND ->
                there.stream()
                        .filter(finding ->
                                expected.rules().isEmpty() || expected.rules().contains(finding.rule()))
                        .map(finding -> sentence(expected, finding.rule() + " is reported, but is not there"));
            case KNOWN_FALSE_POSITIVE ->
                Stream.concat(
                        gone(expected, there),
                        there.stream()
                                .filter(finding -> !expected.rules().contains(finding.rule()))
                                .map(finding -> sentence(expected, finding.rule() + " is reported, but is not there")));
        };
    }

    private static Stream<String> missing(Expectation expected, List<Finding> there) {
        return expected.rules().stream()
                .filter(rule -> !reported(rule, there))
                .map(rule -> sentence(expected, rule + " is not reported"));
    }

    private static Stream<String> gone(Expectation expected, List<Finding> there) {
        return expected.rules().stream()
                .filter(rule -> !reported(rule, there))
                .map(rule -> sentence(expected, rule + " is not reported any more: make the entry a not-find"));
    }

    private static Stream<String> misjudged(Expectation expected, List<Finding> there) {
        if (there.isEmpty()) {
            return Stream.empty();
        }
        var cwe = Stream.of("CWE-" + expected.cwe() + " is on none of the findings")
                .filter(sentence -> expected.cwe() != 0)
                .filter(sentence ->
                        there.stream().noneMatch(finding -> finding.cwe().contains(expected.cwe())));
        var category = Stream.of(expected.category() + " is on none of the findings")
                .filter(sentence -> there.stream().noneMatch(finding -> isIn(expected.category(), finding)));
        return Stream.concat(cwe, category).map(sentence -> sentence(expected, sentence));
    }

    private static boolean isIn(String category, Finding finding) {
        return finding.owasp().getOrDefault("2025", List.of()).stream()
                .anyMatch(owasp -> owasp.id().equals(category));
    }

    private Stream<String> inPlacesThatNobodyNamed() {
        var named = expectations.stream().map(Expectation::at).toList();
        return findings.stream()
                .filter(finding -> !named.contains(place(finding.location())))
                .map(finding -> "%s is reported at %s, which no entry names"
                        .formatted(finding.rule(), place(finding.location())));
    }

    private static boolean reported(String rule, List<Finding> there) {
        return there.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    private static String sentence(Expectation expected, String what) {
        return "%s (%s): %s at %s".formatted(expected.id(), expected.where(), what, expected.at());
    }

    /** The place as an expectations file names it. */
    private static String place(Location location) {
        if (location instanceof Location.Code code) {
            return code.className() + (code.method() == null ? "" : "#" + beforeFirst('(', code.method()));
        }
        if (location instanceof Location.Dependency dependency) {
            return beforeFirst('?', dependency.purl());
        }
        var http = (Location.Http) location;
        return "%s %s%s"
                .formatted(http.method(), http.pathTemplate(), http.parameter() == null ? "" : " " + http.parameter());
    }

    private static String beforeFirst(char end, String text) {
        return text.indexOf(end) < 0 ? text : text.substring(0, text.indexOf(end));
    }
}
