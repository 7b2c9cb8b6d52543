package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.acceptance.RiskAcceptance;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.select.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the section {@code acceptances}. */
final class AcceptanceReader {
    private final Mistakes mistakes;

    AcceptanceReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<RiskAcceptance> read(GatehouseFile file) {
        return file.section("acceptances").map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> mistakes.in(() -> acceptance(value.map())))
                .flatMap(Optional::stream)
                .toList();
    }

    private RiskAcceptance acceptance(YamlMap map) {
        PolicyKeys.ACCEPTANCE.check(map, mistakes);
        var findings = Subject.read(map, PolicyKeys.Acceptable.SUBJECTS);
        if (!findings.narrows()) {
            throw map.wrong("an acceptance must say what it is about: give at least one of %s, and not just '*'"
                    .formatted(PolicyKeys.Acceptable.SUBJECTS.stream()
                            .map(Subject::key)
                            .collect(Collectors.joining(", "))));
        }
        return new RiskAcceptance(
                findings,
                words(map, "owner"),
                words(map, "reason"),
                map.require("expires").date(),
                map.line());
    }

    private static String words(YamlMap map, String key) {
        var value = map.require(key);
        if (value.text().isBlank()) {
            throw value.wrong("'%s' must not be empty".formatted(key));
        }
        return value.text().strip();
    }
}
