package dev.gatehouse.findings.owasp;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.report.OwaspMatrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The OWASP Top 10: puts findings into the categories of each edition and says what was looked at.
 *
 * <p>A vulnerable library belongs to the category of components, whatever its weakness is. Of a request to the running
 * application the scanner's own tags win. All else goes by CWE number, see {@link OwaspEdition#of}.
 */
public final class OwaspTop10 {
    /** Findings with one of these tags mark where input enters; they are no weaknesses and belong to no category. */
    private static final Set<String> MARKERS = Set.of("informational", "source-marker");

    /** Rank of the category of vulnerable components, by edition. */
    private static final Map<String, Integer> COMPONENTS = Map.of("2017", 9, "2021", 6, "2025", 3);

    private final List<OwaspEdition> editions;
    private final ScannerRules rules;

    private OwaspTop10(List<OwaspEdition> editions, ScannerRules rules) {
        this.editions = List.copyOf(editions);
        this.rules = rules;
    }

    /** Reads the tables of this build. */
    public static OwaspTop10 load() {
        var cwes = CweCatalog.load();
        var editions = List.of(
                OwaspEdition.load("2025", cwes), OwaspEdition.load("2021", cwes), OwaspEdition.load("2017", cwes));
        return new OwaspTop10(editions, ScannerRules.load());
    }

    /** The finding with its categories; an edition that has none for it is absent. */
    public Finding classify(Finding finding) {
        var categories = new LinkedHashMap<String, List<OwaspCategory>>();
        for (var edition : editions) {
            var found = categories(finding, edition);
            if (!found.isEmpty()) {
                categories.put(edition.year(), found);
            }
        }
        return finding.withOwasp(categories);
    }

    /**
     * The matrices of all editions, newest first.
     *
     * @param findings classified
     * @param runs what the scanners did; a scanner without a run did not look
     */
    public List<OwaspMatrix> matrices(List<Finding> findings, List<ScannerRun> runs) {
        return editions.stream()
                .map(edition -> new Matrix(edition, rules, component(edition).id(), runs).of(findings))
                .toList();
    }

    private static List<OwaspCategory> categories(Finding finding, OwaspEdition edition) {
        if (finding.tags().stream().anyMatch(MARKERS::contains)) {
            return List.of();
        }
        if (finding.location() instanceof Location.Dependency) {
            return List.of(component(edition).asCategory(false));
        }
        var tagged = finding.location() instanceof Location.Http
                ? ZapTags.of(finding.tags(), edition)
                : List.<OwaspCategory>of();
        return tagged.isEmpty() ? edition.of(finding.cwe()) : tagged;
    }

    private static OwaspEdition.Category component(OwaspEdition edition) {
        int rank = COMPONENTS.getOrDefault(edition.year(), 0);
        return edition.category(rank).orElseThrow();
    }
}
