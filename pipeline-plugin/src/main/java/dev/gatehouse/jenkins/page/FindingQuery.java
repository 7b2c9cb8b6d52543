package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.Triage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a scan's findings is asked for, as the page's address has it. Whatever an address says that is no choice here
 * counts as not said: a link never leads to an error.
 *
 * @param text searched for in rule, title, place and CWE, in lower case
 * @param severity, state, scanner labels; empty for all
 * @param category of the OWASP Top 10, such as {@code A05:2025}; empty for all
 * @param accepted {@code no} (the default), {@code only} or {@code all}
 * @param aside the same for what triage does not believe
 * @param sort {@code severity}, {@code rule}, {@code place}, {@code state} or {@code scanner}
 * @param page from 1
 */
public record FindingQuery(
        String text,
        String severity,
        String state,
        String scanner,
        String category,
        String accepted,
        String aside,
        String sort,
        boolean descending,
        int page) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_PAGES = 1_000_000;

    static final FindingQuery ALL = new FindingQuery("", "", "", "", "", "", "", "", false, 1);

    /** Reads an address's parameters. */
    static FindingQuery of(Map<String, String[]> parameters) {
        return new FindingQuery(
                first(parameters, "text").toLowerCase(Locale.ROOT),
                first(parameters, "severity"),
                first(parameters, "state"),
                first(parameters, "scanner"),
                first(parameters, "category"),
                first(parameters, "accepted"),
                first(parameters, "aside"),
                first(parameters, "sort"),
                first(parameters, "order").equals("desc"),
                number(first(parameters, "page")));
    }

    boolean matches(Finding finding) {
        return shows(accepted, finding.acceptance() != null)
                && shows(aside, finding.acceptance() == null && !Triage.believes(finding))
                && (severity.isEmpty() || finding.severity().label().equals(severity))
                && (state.isEmpty() || finding.state().label().equals(state))
                && (scanner.isEmpty() || finding.scanner().label().equals(scanner))
                && (category.isEmpty() || isIn(finding))
                && (text.isEmpty() || says(finding));
    }

    private static boolean shows(String choice, boolean special) {
        return choice.equals("all") || choice.equals("only") == special;
    }

    private boolean isIn(Finding finding) {
        return finding.owasp().values().stream()
                .flatMap(Collection::stream)
                .map(OwaspCategory::id)
                .anyMatch(category::equals);
    }

    private boolean says(Finding finding) {
        return contains(finding.rule())
                || contains(finding.title())
                || contains(finding.location().display())
                || finding.cwe().stream().anyMatch(number -> ("cwe-" + number).equals(text));
    }

    private boolean contains(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    /** The address of another page of the same. */
    String onPage(int number) {
        var parameters = parameters();
        parameters.put("page", Integer.toString(number));
        return address(parameters);
    }

    /** The address of the same sorted by a column; by the one that it is sorted by already, the other way round. */
    String sortedBy(String column) {
        var parameters = parameters();
        parameters.put("sort", column);
        parameters.put("order", sort.equals(column) && !descending ? "desc" : "asc");
        return address(parameters);
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("text", text);
        parameters.put("severity", severity);
        parameters.put("state", state);
        parameters.put("scanner", scanner);
        parameters.put("category", category);
        parameters.put("accepted", accepted);
        parameters.put("aside", aside);
        parameters.put("sort", sort);
        parameters.put("order", descending ? "desc" : "");
        return parameters;
    }

    private static String address(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        if (values == null || values.length == 0) {
            return "";
        }
        var value = values[0].strip();
        return value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,7}")) {
            return 1;
        }
        return Math.max(1, Math.min(MOST_PAGES, Integer.parseInt(text)));
    }
}
