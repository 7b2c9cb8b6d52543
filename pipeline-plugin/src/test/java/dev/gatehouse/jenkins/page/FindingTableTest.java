package dev.gatehouse.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.jenkins.result.ScanSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FindingTableTest {

    @Test
    void ofThousandsOnlyOnePageOfRowsIsMade() {
        var table = FindingTable.of(Findings.many(5000), query("page", "3"));

        assertThat(table.getTotal()).isEqualTo(5000);
        assertThat(table.getPages()).isEqualTo(100);
        assertThat(table.getRows())
                .hasSize(50)
                .allMatch(row -> row.getSeverity().equals("critical"));
    }

    @Test
    void turningThePagesShowsEveryFindingOnce() {
        var findings = Findings.many(123);
        var shown = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            FindingTable.of(findings, query("page", Integer.toString(page)))
                    .getRows()
                    .forEach(row -> shown.add(row.getId()));
        }

        assertThat(shown).hasSize(123).doesNotHaveDuplicates();
    }

    @Test
    void aPageBehindTheLastIsTheLast() {
        var table = FindingTable.of(Findings.many(60), query("page", "999"));

        assertThat(table.getPage()).isEqualTo(2);
        assertThat(table.isLast()).isTrue();
        assertThat(table.getRows()).hasSize(10);
    }

    @Test
    void filtersAndSearchWorkTogether() {
        var table = FindingTable.of(Findings.many(5000), query("severity", "high", "text", "rule_0000"));

        assertThat(table.getRows()).extracting(FindingView::getRule).containsExactly("RULE_00003", "RULE_00008");
        assertThat(FindingTable.of(Findings.many(10), query("text", "cwe-89")).getTotal())
                .isEqualTo(10);
        assertThat(FindingTable.of(Findings.many(10), query("category", "A05:2025"))
                        .getTotal())
                .isEqualTo(10);
        assertThat(FindingTable.of(Findings.many(10), query("category", "A01:2025"))
                        .getTotal())
                .isZero();
    }

    @Test
    void acceptedFindingsAreHiddenUntilAskedFor() {
        var findings = List.of(Findings.of(1, Severity.LOW), Findings.accepted(2));

        assertThat(FindingTable.of(findings, FindingQuery.ALL).getTotal()).isEqualTo(1);
        assertThat(FindingTable.of(findings, query("accepted", "all")).getTotal())
                .isEqualTo(2);
        assertThat(FindingTable.of(findings, query("accepted", "only")).getRows())
                .extracting(FindingView::getId)
                .containsExactly("id-2");
    }

    @Test
    void whatTriageSetAsideIsNotAmongWhatCountsUntilAskedFor() {
        var findings =
                List.of(Findings.of(1, Severity.LOW), Findings.unlikely(2), Findings.unlikely(3), Findings.accepted(4));
        var summary = ScanSummary.of("scan", Findings.report(findings));

        assertThat(FindingTable.of(findings, FindingQuery.ALL).getTotal())
                .isEqualTo(summary.getTotal())
                .isEqualTo(1);
        assertThat(FindingTable.of(findings, query("aside", "only")).getRows())
                .hasSize(summary.getAsideFindings())
                .hasSize(2)
                .allMatch(FindingView::isAside);
        assertThat(FindingTable.of(findings, query("aside", "all", "accepted", "all"))
                        .getTotal())
                .isEqualTo(4);
    }

    @Test
    void sortingByAColumnTwiceTurnsTheOrder() {
        var findings = Findings.many(3);
        var first = FindingTable.of(findings, query("sort", "rule"));

        assertThat(first.getRows()).extracting(FindingView::getRule).isSorted();
        assertThat(first.getByRule()).isEqualTo("?sort=rule&order=desc");
        assertThat(FindingTable.of(findings, query("sort", "rule", "order", "desc"))
                        .getRows())
                .extracting(FindingView::getRule)
                .containsExactly("RULE_00002", "RULE_00001", "RULE_00000");
    }

    @Test
    void anAddressThatIsNonsenseShowsTheTableAsIfItSaidNothing() {
        var table = FindingTable.of(
                Findings.many(3), query("page", "-1; DROP", "sort", "<script>", "order", "x", "nonsense", "y"));

        assertThat(table.getRows()).hasSize(3);
        assertThat(table.getNext()).doesNotContain("<");
    }

    @Test
    void whatIsLeftOfHostileTextsCanBeSeen() {
        var finding = Findings.of(1, Severity.HIGH)
                .withTitle("<script>alert(1)</script>\u202Egnp.exe")
                .withEvidence(new Evidence(
                        null, List.of(), Map.of(), List.of("javascript:alert(1)", "https://example.org/", "data:x")));
        var view = new FindingView(finding);

        assertThat(view.getTitle()).contains("[U+202E]");
        assertThat(view.getReferences()).containsExactly("https://example.org/");
    }

    private static FindingQuery query(String... namesAndValues) {
        var parameters = new HashMap<String, String[]>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return FindingQuery.of(parameters);
    }
}
