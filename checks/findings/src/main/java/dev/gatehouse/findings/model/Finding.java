package dev.gatehouse.findings.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One weakness at one place. A scanner fills the first half ({@code scanner} to {@code tags}); identity, OWASP mapping,
 * baseline and acceptance are added on the way to the report, each by a copy.
 *
 * @param id fingerprint that is the same in the next build; empty until identity is computed
 * @param rule of the scanner, such as {@code SQL_INJECTION_JDBC} or {@code CVE-2021-44228}
 * @param cwe numbers, most specific first
 * @param tags further words of the scanner, such as {@code source-marker}
 * @param owasp categories by edition ({@code 2017}, {@code 2021}, {@code 2025}); an edition without one is absent
 * @param firstSeen ISO 8601 date on which a build first had it, if a baseline knows
 */
public record Finding(
        String id,
        ScannerKind scanner,
        String rule,
        String title,
        String description,
        String remediation,
        Severity severity,
        Confidence confidence,
        @Nullable Cvss cvss,
        List<Integer> cwe,
        Location location,
        Evidence evidence,
        List<String> tags,
        Map<String, List<OwaspCategory>> owasp,
        State state,
        @Nullable Match match,
        @Nullable String firstSeen,
        @Nullable Acceptance acceptance) {

    public Finding {
        cwe = List.copyOf(cwe);
        tags = List.copyOf(tags);
        owasp = Collections.unmodifiableMap(new LinkedHashMap<>(owasp));
    }

    /** What a scanner says, before anything is known about it but what the scanner saw. */
    public static Finding seen(
            ScannerKind scanner, String rule, String title, Severity severity, Location location, Evidence evidence) {
        return new Finding(
                "",
                scanner,
                rule,
                title,
                "",
                "",
                severity,
                Confidence.MEDIUM,
                null,
                List.of(),
                location,
                evidence,
                List.of(),
                Map.of(),
                State.NEW,
                null,
                null,
                null);
    }

    public Finding withId(String fingerprint) {
        return new Finding(
                fingerprint,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withTitle(String name) {
        return new Finding(
                id,
                scanner,
                rule,
                name,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withTexts(String newDescription, String newRemediation) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                newDescription,
                newRemediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withConfidence(Confidence sureness) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                sureness,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withCvss(@Nullable Cvss rating) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                rating,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withCwe(List<Integer> numbers) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                numbers,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withLocation(Location place) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                place,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withEvidence(Evidence proof) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                proof,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withTags(List<String> words) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                words,
                owasp,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withOwasp(Map<String, List<OwaspCategory>> categories) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                categories,
                state,
                match,
                firstSeen,
                acceptance);
    }

    public Finding withState(State comparison, @Nullable Match why, @Nullable String since) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                comparison,
                why,
                since,
                acceptance);
    }

    public Finding withAcceptance(@Nullable Acceptance letThrough) {
        return new Finding(
                id,
                scanner,
                rule,
                title,
                description,
                remediation,
                severity,
                confidence,
                cvss,
                cwe,
                location,
                evidence,
                tags,
                owasp,
                state,
                match,
                firstSeen,
                letThrough);
    }
}
