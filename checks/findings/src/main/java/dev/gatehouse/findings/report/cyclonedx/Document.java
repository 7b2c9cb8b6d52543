package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.NameUuid;
import dev.gatehouse.findings.text.VisibleText;
import java.time.temporal.ChronoUnit;

/** What every CycloneDX document has around its content: format, tool, project, serial number. */
final class Document {
    private Document() {}

    static ObjectNode about(Report report) {
        var bom = ReportJson.mapper().createObjectNode();
        bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("version", 1);
        bom.set("metadata", metadata(report));
        return bom;
    }

    /** The same content gets the same number, so that tools see a copy as a copy. */
    static ObjectNode numbered(ObjectNode bom) throws JsonProcessingException {
        return bom.put(
                "serialNumber", "urn:uuid:" + NameUuid.of(ReportJson.mapper().writeValueAsBytes(bom)));
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
