package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.CountRule.Limit;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.gate.Tally;
import dev.gatehouse.findings.select.Selection;
import dev.gatehouse.findings.select.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the list {@code gate.rules}. */
final class RuleReader {
    private static final int MAX_COUNT = 1_000_000;

    private final Origin.Kind kind;
    private final Mistakes mistakes;

    RuleReader(Origin.Kind kind, Mistakes mistakes) {
        this.kind = kind;
        this.mistakes = mistakes;
    }

    List<CountRule> read(YamlValue value) {
        var rules = new ArrayList<CountRule>();
        var names = new HashSet<String>();
        for (var one : value.list()) {
            mistakes.in(() -> rule(one.map())).ifPresent(rule -> {
                if (!names.add(rule.name())) {
                    mistakes.add(
                            one.wrong("there is a rule '%s' already; give each its own name".formatted(rule.name())));
                }
                rules.add(rule);
            });
        }
        return rules;
    }

    private CountRule rule(YamlMap map) {
        PolicyKeys.RULE.check(map, mistakes);
        var name = map.require("name");
        if (name.text().isBlank() || name.text().length() > 100) {
            throw name.wrong("a rule's name has 1 to 100 characters");
        }
        var when = map.get("when").map(value -> selection(value, mistakes)).orElse(Selection.ALL);
        var unless = map.get("unless").map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> selection(value, mistakes))
                .toList();
        var limits = Arrays.stream(Tally.values())
                .flatMap(tally ->
                        map.get(tally.key()).map(value -> new Limit(tally, value.integer(0, MAX_COUNT))).stream())
                .toList();
        if (limits.isEmpty()) {
            throw map.wrong("the rule '%s' allows everything: give at least one of %s"
                    .formatted(
                            name.text(),
                            Arrays.stream(Tally.values()).map(Tally::key).collect(Collectors.joining(", "))));
        }
        return new CountRule(name.text(), Origin.at(kind, map.line()), when, unless, limits, ServiceLevels.NONE, true);
    }

    /** Conditions, at least one. */
    static Selection selection(YamlValue value, Mistakes mistakes) {
        var map = value.map();
        PolicyKeys.SELECTION.check(map, mistakes);
        var selection = Subject.read(map, List.of(Subject.values()));
        if (selection.conditions().isEmpty() && map.keys().isEmpty()) {
            throw value.wrong(
                    "no condition is given; use at least one of " + String.join(", ", PolicyKeys.SELECTION.keys()));
        }
        return selection;
    }
}
