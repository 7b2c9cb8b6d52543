package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.Finding;
import java.util.Comparator;
import java.util.List;

/** One page of the findings that a query asks for. Only this page's rows are made and sent. */
public final class FindingTable {
    public static final int ROWS = 50;

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed();
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(finding -> finding.location().display());

    private final FindingQuery query;
    private final List<Finding> matching;

    private FindingTable(FindingQuery query, List<Finding> matching) {
        this.query = query;
        this.matching = matching;
    }

    static FindingTable of(List<Finding> findings, FindingQuery query) {
        return new FindingTable(
                query,
                findings.stream()
                        .filter(query::matches)
                        .sorted(query.descending() ? order(query).reversed() : order(query))
                        .toList());
    }

    private static Comparator<Finding> order(FindingQuery query) {
        return switch (query.sort()) {
            case "rule" -> Comparator.comparing(Finding::rule).thenComparing(BY_PLACE);
            case "place" -> BY_PLACE.thenComparing(WORST_FIRST);
            case "state" -> Comparator.comparing(Finding::state).thenComparing(WORST_FIRST);
            case "scanner" -> Comparator.comparing(Finding::scanner).thenComparing(WORST_FIRST);
            default -> WORST_FIRST.thenComparing(Finding::rule).thenComparing(BY_PLACE);
        };
    }

    public FindingQuery getQuery() {
        return query;
    }

    /** The rows of the page that is asked for; of the last one, when the query counts too far. */
    public List<FindingView> getRows() {
        return matching.stream()
                .skip((long) (getPage() - 1) * ROWS)
                .limit(ROWS)
                .map(FindingView::new)
                .toList();
    }

    /** How many match, on all pages. */
    public int getTotal() {
        return matching.size();
    }

    public int getPage() {
        return Math.min(query.page(), getPages());
    }

    public int getPages() {
        return Math.max(1, (matching.size() + ROWS - 1) / ROWS);
    }

    public boolean isFirst() {
        return getPage() == 1;
    }

    public boolean isLast() {
        return getPage() == getPages();
    }

    public String getPrevious() {
        return query.onPage(Math.max(1, getPage() - 1));
    }

    public String getNext() {
        return query.onPage(Math.min(getPages(), getPage() + 1));
    }

    public String getBySeverity() {
        return query.sortedBy("severity");
    }

    public String getByRule() {
        return query.sortedBy("rule");
    }

    public String getByPlace() {
        return query.sortedBy("place");
    }

    public String getByState() {
        return query.sortedBy("state");
    }

    public String getByScanner() {
        return query.sortedBy("scanner");
    }
}
