package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.json.JsonFormat;
import java.io.IOException;
import java.io.OutputStream;

/** CycloneDX 1.6: the libraries, who asks for whom, and their vulnerabilities with what was decided about them. */
public final class BomFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "bom.json";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonFormat.writer().writeValue(out, bom(report));
    }

    private static ObjectNode bom(Report report) throws JsonProcessingException {
        var components = Components.of(report);
        var bom = Document.about(report);
        bom.set("components", components.asNodes());
        bom.set("dependencies", components.graph());
        bom.set("vulnerabilities", Vulnerabilities.of(report.findings()));
        return Document.numbered(bom);
    }
}
