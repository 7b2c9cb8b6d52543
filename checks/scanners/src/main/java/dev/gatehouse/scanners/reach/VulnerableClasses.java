package dev.gatehouse.scanners.reach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which classes a published vulnerability is, where that is known: {@code vulnerable-classes.csv} beside this class. */
final class VulnerableClasses {
    private final Map<String, List<String>> byId;

    private VulnerableClasses(Map<String, List<String>> byId) {
        this.byId = byId;
    }

    static VulnerableClasses load() {
        try (var in = Objects.requireNonNull(VulnerableClasses.class.getResourceAsStream("vulnerable-classes.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var byId = new HashMap<String, List<String>>();
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                byId.computeIfAbsent(cells[0], key -> new ArrayList<>()).add(cells[1].replace('.', '/'));
            });
            return new VulnerableClasses(byId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Internal names; none when it is not known. */
    List<String> of(String id) {
        return byId.getOrDefault(id, List.of());
    }
}
