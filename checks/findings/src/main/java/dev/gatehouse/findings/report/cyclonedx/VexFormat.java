package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.json.JsonFormat;
import java.io.IOException;
import java.io.OutputStream;

/** CycloneDX 1.6 as VEX: only what somebody decided about, with who decided, why and until when. */
public final class VexFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "vex.cdx.json";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonFormat.writer().writeValue(out, vex(report));
    }

    private static ObjectNode vex(Report report) throws JsonProcessingException {
        var vex = Document.about(report);
        vex.set("components", Components.of(report).asNodes());
        vex.set("vulnerabilities", Vulnerabilities.decided(report.findings()));
        return Document.numbered(vex);
    }
}
