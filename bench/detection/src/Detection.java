import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scores findings as test suites do: a test is reported when its class has a finding of its CWE. The average is the mean
 * of the categories, each weighing the same; Youden's index is the true positive rate less the false positive rate.
 */
final class Detection {
    private static final List<String> LEVELS = List.of("informational", "unlikely", "likely", "confirmed");

    /** Numbers that say the same thing more generally or more precisely, and are counted for one another. */
    private static final Map<Integer, Set<Integer>> SAME = Map.of(
            22, Set.of(22, 23, 36, 73),
            78, Set.of(78, 77),
            79, Set.of(79, 80),
            89, Set.of(89, 564),
            327, Set.of(327, 326),
            328, Set.of(328, 327, 916),
            330, Set.of(330, 338),
            614, Set.of(614, 315, 311),
            643, Set.of(643, 91));

    private record Case(String category, boolean real, int cwe) {}

    private record Row(int tp, int fn, int tn, int fp) {
        double tpr() {
            return tp + fn == 0 ? 0 : (double) tp / (tp + fn);
        }

        double fpr() {
            return fp + tn == 0 ? 0 : (double) fp / (fp + tn);
        }
    }

    private Detection() {}

    public static void main(String[] args) throws IOException {
        var cases = cases(Path.of(args[1]));
        var findings = new ObjectMapper().readTree(Path.of(args[0]).toFile()).path("findings");
        print("All findings (before triage)", cases, reported(findings, "informational"));
        print("At level unlikely and above", cases, reported(findings, "unlikely"));
        print("At level likely and above (what counts by default)", cases, reported(findings, "likely"));
    }

    private static Map<String, Case> cases(Path csv) throws IOException {
        var cases = new HashMap<String, Case>();
        for (var line : Files.readAllLines(csv)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var cells = line.split(",");
                cases.put(
                        cells[0].trim(),
                        new Case(
                                cells[1].trim(),
                                Boolean.parseBoolean(cells[2].trim()),
                                Integer.parseInt(cells[3].trim())));
            }
        }
        return cases;
    }

    /** CWE numbers by simple name of the outermost class. */
    private static Map<String, Set<Integer>> reported(JsonNode findings, String least) {
        var reported = new HashMap<String, Set<Integer>>();
        for (var finding : findings) {
            var level = finding.path("triage").path("level").asText("likely");
            if (LEVELS.indexOf(level) >= LEVELS.indexOf(least)) {
                var type = finding.path("location").path("className").asText();
                var simple = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
                var numbers = reported.computeIfAbsent(simple, one -> new HashSet<>());
                finding.path("cwe").forEach(number -> numbers.add(number.asInt()));
            }
        }
        return reported;
    }

    private static void print(String title, Map<String, Case> cases, Map<String, Set<Integer>> reported) {
        var rows = new TreeMap<String, Row>();
        cases.forEach((name, one) -> {
            var numbers = reported.getOrDefault(name, Set.of());
            boolean hit = SAME.getOrDefault(one.cwe(), Set.of(one.cwe())).stream().anyMatch(numbers::contains);
            rows.merge(
                    one.category(),
                    new Row(bit(one.real() && hit), bit(one.real() && !hit), bit(!one.real() && !hit), bit(!one.real() && hit)),
                    (a, b) -> new Row(a.tp() + b.tp(), a.fn() + b.fn(), a.tn() + b.tn(), a.fp() + b.fp()));
        });
        System.out.println("\n" + title + "\n");
        System.out.println("| category | TP | FN | TN | FP | TPR | FPR | Youden |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        rows.forEach((category, row) -> System.out.println(line(category, row, row.tpr(), row.fpr())));
        var all = new Row(
                rows.values().stream().mapToInt(Row::tp).sum(),
                rows.values().stream().mapToInt(Row::fn).sum(),
                rows.values().stream().mapToInt(Row::tn).sum(),
                rows.values().stream().mapToInt(Row::fp).sum());
        System.out.println(line("average", all, mean(rows.values(), true), mean(rows.values(), false)));
    }

    private static double mean(Collection<Row> rows, boolean positive) {
        return new ArrayList<>(rows)
                .stream().mapToDouble(row -> positive ? row.tpr() : row.fpr()).average().orElse(0);
    }

    private static String line(String name, Row row, double tpr, double fpr) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.4f | %.4f | %.4f |",
                name, row.tp(), row.fn(), row.tn(), row.fp(), tpr, fpr, tpr - fpr);
    }

    private static int bit(boolean yes) {
        return yes ? 1 : 0;
    }
}
