package dev.gatehouse.findings.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner saw: one weakness at one place, before anything is known about it but that.
 *
 * @param rule of the scanner, such as {@code SQL_INJECTION_JDBC} or {@code CVE-2021-44228}
 * @param cwe numbers, most specific first
 * @param tags further words of the scanner, such as {@code source-marker}
 */
public record Sighting(
        ScannerKind scanner,
        String rule,
        Texts texts,
        Rating rating,
        List<Integer> cwe,
        Location location,
        Evidence evidence,
        List<String> tags) {

    public Sighting {
        cwe = List.copyOf(cwe);
        tags = List.copyOf(tags);
    }

    /** The weakness in words: its name, what it is, what to do about it. */
    public record Texts(String title, String description, String remediation) {}

    /** How bad it is and how sure the scanner is of it. */
    public record Rating(
            Severity severity,
            Confidence confidence,
            @Nullable Cvss cvss) {}

    Sighting withTexts(Texts words) {
        return new Sighting(scanner, rule, words, rating, cwe, location, evidence, tags);
    }

    Sighting withRating(Rating measure) {
        return new Sighting(scanner, rule, texts, measure, cwe, location, evidence, tags);
    }

    Sighting withCwe(List<Integer> numbers) {
        return new Sighting(scanner, rule, texts, rating, numbers, location, evidence, tags);
    }

    Sighting withLocation(Location place) {
        return new Sighting(scanner, rule, texts, rating, cwe, place, evidence, tags);
    }

    Sighting withEvidence(Evidence proof) {
        return new Sighting(scanner, rule, texts, rating, cwe, location, proof, tags);
    }

    Sighting withTags(List<String> words) {
        return new Sighting(scanner, rule, texts, rating, cwe, location, evidence, words);
    }
}
