package dev.gatehouse.findings.owasp;

import dev.gatehouse.findings.model.OwaspCategory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One edition: its ten categories and the weaknesses that OWASP lists under them, corrections applied. */
final class OwaspEdition {

    /**
     * A category of the edition.
     *
     * @param notJudged what no scanner here can judge; a sentence
     */
    record Category(String id, String name, String notJudged) {
        /** The rank, from 1. */
        int number() {
            return Integer.parseInt(id.substring(1, id.indexOf(':')));
        }

        OwaspCategory asCategory(boolean inherited) {
            return new OwaspCategory(id, name, inherited);
        }
    }

    private final String year;
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> listed = new LinkedHashMap<>();
    private final CweCatalog cwes;
    /** A scan asks for the same few lists thousands of times. */
    private final Map<List<Integer>, List<OwaspCategory>> answered = new ConcurrentHashMap<>();

    private OwaspEdition(String year, CweCatalog cwes) {
        this.year = year;
        this.cwes = cwes;
    }

    static OwaspEdition load(String year, CweCatalog cwes) {
        var edition = new OwaspEdition(year, cwes);
        Table.rows("categories.csv").stream()
                .filter(row -> row.get(0).equals(year))
                .map(row -> new Category(row.get(1), row.get(2), row.get(3)))
                .forEach(category -> edition.categories.put(category.id(), category));
        Table.rows("owasp-top10-%s.csv".formatted(year))
                .forEach(row -> edition.list(Integer.parseInt(row.get(0))).add(row.get(1)));
        Table.rows("corrections.csv").stream()
                .filter(row -> row.get(0).equals(year))
                .forEach(row -> edition.correct(Integer.parseInt(row.get(2)), row.get(1), row.get(3)));
        return edition;
    }

    private Set<String> list(int cwe) {
        return listed.computeIfAbsent(cwe, any -> new LinkedHashSet<>());
    }

    private void correct(int cwe, String category, String change) {
        boolean applies =
                change.equals("add") ? list(cwe).add(category) : list(cwe).remove(category);
        if (!applies) {
            throw new IllegalStateException("the correction of CWE-%d in %s corrects nothing".formatted(cwe, category));
        }
    }

    /** {@code 2017}, {@code 2021} or {@code 2025}. */
    String year() {
        return year;
    }

    List<Category> categories() {
        return List.copyOf(categories.values());
    }

    /** The category of that rank, from 1. */
    Optional<Category> category(int number) {
        return categories.values().stream()
                .filter(category -> category.number() == number)
                .findFirst();
    }

    /**
     * The categories of a finding: those that list one of its weaknesses; only where none does, those that list the
     * nearest ancestors, marked as inherited.
     */
    List<OwaspCategory> of(List<Integer> weaknesses) {
        return answered.computeIfAbsent(List.copyOf(weaknesses), this::find);
    }

    private List<OwaspCategory> find(List<Integer> weaknesses) {
        var direct = new LinkedHashSet<OwaspCategory>();
        weaknesses.forEach(cwe -> direct.addAll(named(cwe, false)));
        if (direct.isEmpty()) {
            weaknesses.forEach(cwe -> direct.addAll(inherited(cwe)));
        }
        return List.copyOf(direct);
    }

    /** Climbs the research view generation by generation; several ancestors of the same distance all count. */
    private Set<OwaspCategory> inherited(int cwe) {
        var seen = new HashSet<Integer>();
        var generation = cwes.parents(cwe);
        while (!generation.isEmpty()) {
            var found = new LinkedHashSet<OwaspCategory>();
            var next = new ArrayList<Integer>();
            for (int ancestor : generation) {
                if (seen.add(ancestor)) {
                    found.addAll(named(ancestor, true));
                    next.addAll(cwes.parents(ancestor));
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            generation = next;
        }
        return Set.of();
    }

    private List<OwaspCategory> named(int cwe, boolean inherited) {
        return listed.getOrDefault(cwe, Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(categories.get(id)).stream())
                .map(category -> category.asCategory(inherited))
                .toList();
    }
}
