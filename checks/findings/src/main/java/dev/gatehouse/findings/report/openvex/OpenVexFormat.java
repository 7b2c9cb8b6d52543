package dev.gatehouse.findings.report.openvex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.json.JsonFormat;
import dev.gatehouse.findings.text.NameUuid;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;

/**
 * OpenVEX 0.2.0: a statement for every finding that was let through, with who decided, why and until when. The format
 * asks for at least one statement, so a report with nothing to say is not written; see {@link #isNeeded}.
 */
public final class OpenVexFormat implements ReportFormat {

    /** Whether the report has a finding that somebody decided about. */
    public static boolean isNeeded(Report report) {
        return report.findings().stream().anyMatch(finding -> finding.acceptance() != null);
    }

    @Override
    public String fileName() {
        return "vex.openvex.json";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        if (!isNeeded(report)) {
            throw new IllegalArgumentException("OpenVEX has no document without a statement");
        }
        JsonFormat.writer().writeValue(out, document(report));
    }

    private static ObjectNode document(Report report) throws JsonProcessingException {
        var json = ReportJson.mapper().createObjectNode();
        json.put("@context", "https://openvex.dev/ns/v0.2.0");
        json.put("author", VisibleText.line(report.project().name()));
        json.put("timestamp", report.created().truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("version", 1);
        json.put(
                "tooling",
                VisibleText.line(report.tool().name() + " " + report.tool().version()));
        var product = Product.of(report.project());
        var statements = json.putArray("statements");
        report.findings().stream()
                .filter(finding -> finding.acceptance() != null)
                .forEach(finding -> statements.add(statement(finding, product)));
        // the same decisions give the same name, so that tools see a copy as a copy
        json.put("@id", "urn:uuid:" + NameUuid.of(ReportJson.mapper().writeValueAsBytes(json)));
        return json;
    }

    private static ObjectNode statement(Finding finding, String product) {
        var json = ReportJson.mapper().createObjectNode();
        json.set("vulnerability", Product.vulnerability(finding));
        json.putArray("products").add(Product.affected(finding, product));
        Decision.of(finding).putInto(json);
        return json;
    }
}
