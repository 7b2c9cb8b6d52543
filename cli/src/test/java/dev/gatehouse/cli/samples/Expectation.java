package dev.gatehouse.cli.samples;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.model.ScannerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What must or must not be reported at one place.
 *
 * @param at {@code class#method}, package URL, or HTTP method, path and parameter
 * @param rules that are meant; none for all
 * @param cwe number that one of the findings must have; 0 for any
 * @param category of the OWASP Top 10 2025, such as {@code A05:2025}
 * @param where the entry stands, as {@code FILE:LINE}
 */
record Expectation(
        String id,
        ScannerKind scanner,
        String at,
        Must must,
        List<String> rules,
        int cwe,
        String category,
        String where) {

    /** What the entry asks for. */
    enum Must {
        FIND,
        NOT_FIND,
        /** Reported and wrong; told when it is gone, so that the entry goes, too. */
        KNOWN_FALSE_POSITIVE;

        static Must of(String label) {
            return Arrays.stream(values())
                    .filter(must -> must.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(label))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInput("'%s' is none of find, not-find, known-false-positive".formatted(label)));
        }
    }

    static Expectation of(YamlMap entry) {
        entry.only("id", "category", "scanner", "at", "must", "rules", "cwe", "since", "note");
        var must = entry.require("must").as(Must::of);
        var rules = entry.get("rules").stream()
                .flatMap(list -> list.list().stream())
                .map(YamlValue::text)
                .toList();
        if (must == Must.KNOWN_FALSE_POSITIVE && entry.get("note").isEmpty()) {
            throw entry.wrong("a known false positive needs a note that says why it is one");
        }
        return new Expectation(
                entry.require("id").text(),
                entry.require("scanner").as(label -> ScannerKind.valueOf(label.toUpperCase(Locale.ROOT))),
                entry.require("at").text(),
                must,
                rules,
                entry.get("cwe").map(YamlValue::integer).orElse(0),
                entry.require("category").text(),
                entry.line());
    }
}
