package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.server.control.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reports of builds, kept under the digest with which a candidate names its own. */
public final class ScanReports {
    private static final String PREFIX = "scan-";
    private static final Set<String> VERDICTS = Set.of("passed", "failed", "incomplete");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Vault vault;
    private final ReportIndex index;
    private final Clock clock;

    /**
     * One report, in short.
     *
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param created as the report says, empty when it does not
     */
    public record Summary(String sha256, String project, String verdict, String commit, String created, int findings) {}

    /**
     * A row of the OWASP Top 10 matrix.
     *
     * @param coverage as the report words it: whether scanners looked
     * @param open findings that are not accepted
     */
    public record Category(String id, String name, String coverage, int open, int accepted) {}

    public ScanReports(Vault vault, Clock clock) {
        this.vault = vault;
        this.index = new ReportIndex(vault);
        this.clock = clock;
    }

    /** Keeps a {@code report.json}; the same one again changes nothing. */
    public Summary add(byte[] bytes) {
        var sha256 = Sha256.of(bytes);
        var summary = summary(sha256, parse(bytes));
        vault.write(PREFIX + sha256, 0, bytes);
        index.add(summary, clock.instant());
        return summary;
    }

    /** Newest first. */
    public List<Summary> all() {
        return index.all();
    }

    /**
     * Forgets reports that are older than {@code keep}. What was decided on them stays in the ledger, with their digest.
     *
     * @param needed digests that stay whatever their age
     */
    public void forget(Duration keep, Set<String> needed) {
        var old = index.before(clock.instant().minus(keep)).stream()
                .filter(sha256 -> !needed.contains(sha256))
                .toList();
        old.forEach(sha256 -> vault.delete(PREFIX + sha256));
        if (!old.isEmpty()) {
            index.remove(old);
        }
    }

    /** The report as it was handed in. */
    public Optional<byte[]> bytes(String sha256) {
        return sha256.matches("[0-9a-f]{64}")
                ? vault.read(PREFIX + sha256).map(Vault.Stored::content)
                : Optional.empty();
    }

    public Optional<Summary> find(String sha256) {
        return bytes(sha256).map(bytes -> summary(sha256, parse(bytes)));
    }

    /** What the report says of each category of the OWASP Top 10; empty when it says nothing of them. */
    public List<Category> matrix(String sha256) {
        return bytes(sha256).map(bytes -> matrix(parse(bytes))).orElse(List.of());
    }

    private static List<Category> matrix(JsonNode report) {
        var matrix = report.path("owaspTop10");
        var newest = matrix.isArray() ? matrix.path(0) : matrix;
        var categories = new ArrayList<Category>();
        for (var row : newest.path("rows")) {
            int open = 0;
            for (var count : row.path("findings")) {
                open += count.asInt();
            }
            categories.add(new Category(
                    row.path("id").asText(),
                    row.path("name").asText(),
                    row.path("coverage").asText(),
                    open,
                    row.path("accepted").asInt()));
        }
        return categories;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            var json = MAPPER.readTree(bytes);
            if (json != null
                    && json.path("schemaVersion").asText("").startsWith("1.")
                    && VERDICTS.contains(json.path("verdict").path("status").asText(""))) {
                return json;
            }
        } catch (IOException e) {
            throw new BadInput("the report is no JSON; 'gatehouse scan' writes report.json", e);
        }
        throw new BadInput("this is no report of a scan; 'gatehouse scan' writes report.json");
    }

    private static Summary summary(String sha256, JsonNode json) {
        return new Summary(
                sha256,
                json.path("project").path("name").asText(""),
                json.path("verdict").path("status").asText(""),
                json.path("project").path("commit").asText(""),
                json.path("created").asText(""),
                json.path("findings").size());
    }
}
