package dev.gatehouse.policy.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What a candidate keeps of the scan.
 *
 * @param verdict {@code passed}, {@code failed} or {@code incomplete}
 * @param commit that was scanned, empty when the report names none
 * @param reportSha256 of {@code report.json}
 */
public record ScanResult(String verdict, String commit, String reportSha256) {
    private static final Set<String> VERDICTS = Set.of("passed", "failed", "incomplete");

    public boolean passed() {
        return verdict.equals("passed");
    }

    /** Reads {@code report.json}, schema 1.x. */
    public static ScanResult read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var json = new ObjectMapper().readTree(bytes);
            var verdict = json.path("verdict").path("status").asText("");
            if (!json.path("schemaVersion").asText("").startsWith("1.") || !VERDICTS.contains(verdict)) {
                throw new BadInput("%s: is no report of a scan; 'gatehouse scan' writes report.json".formatted(file));
            }
            return new ScanResult(verdict, commit(json), Sha256.of(bytes));
        } catch (JsonProcessingException e) {
            throw new BadInput(
                    "%s:%d: is no JSON; 'gatehouse scan' writes report.json"
                            .formatted(file, e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read; 'gatehouse scan' writes report.json".formatted(file), e);
        }
    }

    private static String commit(JsonNode json) {
        return json.path("project").path("commit").asText("");
    }
}
