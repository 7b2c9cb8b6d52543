package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What we know of each bug type: {@code rules.csv} beside this class, made of the engines' own descriptors and, where
 * they say nothing, of our judgement with its reason.
 */
final class RuleFacts {
    private static final int COLUMNS = 5;

    private final Map<String, RuleFact> byType;
    private final int detectors;

    private RuleFacts(Map<String, RuleFact> byType, int detectors) {
        this.byType = byType;
        this.detectors = detectors;
    }

    /**
     * One bug type.
     *
     * @param cwe numbers, most specific first; empty where none applies
     * @param severity of a finding that the engine is sure of
     * @param marker true for a place where data comes in or goes out, which is no weakness by itself
     */
    record RuleFact(String type, List<Integer> cwe, Severity severity, boolean marker) {}

    static RuleFacts load() throws IOException {
        var facts = new TreeMap<String, RuleFact>();
        var detectors = new TreeSet<String>();
        try (var in = Objects.requireNonNull(RuleFacts.class.getResourceAsStream("rules.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                var cells = line.split(",", COLUMNS + 1);
                facts.put(cells[0], fact(cells));
                detectors.addAll(Arrays.asList(cells[4].split(" ")));
            });
        }
        return new RuleFacts(facts, detectors.size());
    }

    private static RuleFact fact(String[] cells) {
        var cwe = cells[1].isEmpty() ? List.<Integer>of() : List.of(Integer.valueOf(cells[1]));
        return new RuleFact(cells[0], cwe, Severity.of(cells[2]), cells[3].equals("marker"));
    }

    /** How many detectors report the types that we know. */
    int detectors() {
        return detectors;
    }

    boolean knows(String type) {
        return byType.containsKey(type);
    }

    Optional<RuleFact> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
