package dev.gatehouse.findings.owasp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of the weaknesses of MITRE's Common Weakness Enumeration and the tree of its research view, CWE-1000. */
public final class CweCatalog {
    private record Entry(String name, List<Integer> parents) {}

    private final Map<Integer, Entry> entries;

    private CweCatalog(Map<Integer, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Reads the table of this build. */
    public static CweCatalog load() {
        var entries = new HashMap<Integer, Entry>();
        for (var row : Table.rows("cwe.csv")) {
            entries.put(Integer.valueOf(row.get(0)), new Entry(row.get(2), numbers(row.get(1))));
        }
        return new CweCatalog(entries);
    }

    /** The name, such as {@code Cross-Site Request Forgery (CSRF)}, where the number is known and not deprecated. */
    public Optional<String> name(int cwe) {
        return Optional.ofNullable(entries.get(cwe)).map(Entry::name);
    }

    /** Numbers of the direct parents; none for a pillar, a category or an unknown number. */
    public List<Integer> parents(int cwe) {
        var entry = entries.get(cwe);
        return entry == null ? List.of() : entry.parents();
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
