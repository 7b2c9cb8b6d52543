package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.json.JsonFormat;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

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
        var bom = ReportJson.mapper().createObjectNode();
        bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("version", 1);
        bom.set("metadata", metadata(report));
        bom.set("components", components.asNodes());
        bom.set("dependencies", components.graph());
        bom.set("vulnerabilities", Vulnerabilities.of(report.findings()));
        // the same scan gives the same number, so that tools see a copy as a copy
        bom.put(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes(ReportJson.mapper().writeValueAsBytes(bom)));
        return bom;
    }

    private static ObjectNode metadata(Report report) {
        var metadata = ReportJson.mapper().createObjectNode();
        metadata.put(
                "timestamp", report.created().truncatedTo(ChronoUnit.SECONDS).toString());
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", VisibleText.line(report.tool().name()))
                .put("version", VisibleText.line(report.tool().version()));
        var project = metadata.putObject("component");
        project.put("type", "application")
                .put("bom-ref", Components.ROOT)
                .put("name", VisibleText.line(report.project().name()));
        var commit = report.project().commit();
        if (commit != null) {
            project.put("version", VisibleText.line(commit));
        }
        return metadata;
    }
}
