import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what was found in the class of a published weakness before its fix and after it. */
final class Published {
    private static final List<String> LEVELS = List.of("confirmed", "likely", "unlikely", "informational");

    private Published() {}

    public static void main(String[] args) throws IOException {
        System.out.println("| weakness | library | before the fix | after it |\n|---|---|---|---|");
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            var cells = line.split(",");
            if (!line.startsWith("#") && cells[0].startsWith("CVE-")) {
                System.out.printf(
                        "| %s | %s | %s | %s |%n",
                        cells[0],
                        cells[1].split(":")[1],
                        found(Path.of(args[1]), cells[1], cells[3], cells[4]),
                        found(Path.of(args[1]), cells[2], cells[3], cells[4]));
            }
        }
    }

    private static String found(Path work, String library, String place, String rules) throws IOException {
        var parts = library.split(":");
        var report = work.resolve(parts[1] + "-" + parts[2]).resolve("report.json");
        var counts = new TreeMap<Integer, Integer>();
        for (var finding : new ObjectMapper().readTree(report.toFile()).path("findings")) {
            if (finding.path("rule").asText().matches(rules) && isAt(finding, place)) {
                var level = finding.path("triage").path("level").asText("likely");
                counts.merge(LEVELS.indexOf(level), 1, Integer::sum);
            }
        }
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + LEVELS.get(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** @param place a class with those nested in it, or a package with those below */
    private static boolean isAt(JsonNode finding, String place) {
        var type = finding.path("location").path("className").asText();
        return type.equals(place) || type.startsWith(place + "$") || type.startsWith(place + ".");
    }
}
