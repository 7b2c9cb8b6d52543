package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0, one run a scanner. Written result by result: only one is in memory at a time. What GitHub's code scanning
 * reads beyond the standard ({@code security-severity}, {@code precision}, tags) is in the rules' properties.
 */
public final class SarifFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        // without a baseline there is nothing that a result could be absent from
        var absent = report.baseline() == null ? List.<Finding>of() : report.fixed();
        var runs = report.scanners().stream()
                .map(run -> new SarifRun(
                        run, "gatehouse/" + run.id().label() + "/", of(run, report.findings()), of(run, absent)))
                .toList();
        write(report, runs, SarifLayout.REPORT, out);
    }

    /** Writes these runs of the report as UTF-8; the stream stays open. */
    public static void write(Report report, List<SarifRun> runs, SarifLayout layout, OutputStream out)
            throws IOException {
        try (var json = ReportJson.mapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                // each result would be a write to the disk of its own
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())) {
            if (layout.indented()) {
                json.useDefaultPrettyPrinter();
            }
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            for (var run : runs) {
                writeRun(json, report, run, layout);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeRun(JsonGenerator json, Report report, SarifRun run, SarifLayout layout)
            throws IOException {
        var all = new ArrayList<>(run.present());
        all.addAll(run.absent());
        var taxonomies = Taxonomies.of(all);
        var rules = Rules.of(all, taxonomies);
        var places = new Places(report.project().kind(), layout);
        var results = new Results(report, rules, taxonomies, places);

        json.writeStartObject();
        json.writeFieldName("tool");
        json.writeTree(ToolNode.of(report, run.scanner(), rules, taxonomies));
        json.writeFieldName("invocations");
        json.writeTree(Invocations.of(report, run.scanner(), places));
        json.writeFieldName("automationDetails");
        json.writeTree(Node.of("id", run.category()));
        json.writeFieldName("originalUriBaseIds");
        json.writeTree(Node.of(
                Places.ROOT, Node.of("description", Node.message("The directory of the project that was scanned."))));
        json.writeFieldName("taxonomies");
        json.writeTree(taxonomies.asNodes());
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (var finding : run.present()) {
            json.writeTree(results.present(finding));
        }
        for (var finding : run.absent()) {
            json.writeTree(results.absent(finding));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<Finding> of(ScannerRun run, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.scanner() == run.id())
                .toList();
    }
}
