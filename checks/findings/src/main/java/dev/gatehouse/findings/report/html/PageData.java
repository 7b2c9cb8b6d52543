package dev.gatehouse.findings.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The report as JSON inside a script element: ASCII only, and no character that could end the element or start a
 * comment. Long texts, which many findings share, are written once in {@code texts} and referred to by number.
 */
final class PageData {
    private static final ObjectMapper JSON = ReportJson.mapper();

    private final NumberedTexts texts = new NumberedTexts();
    private final JsonGenerator out;

    private PageData(JsonGenerator out) {
        this.out = out;
    }

    static void write(Report report, OutputStream stream) throws IOException {
        try (var out = JSON.createGenerator(stream)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                .setCharacterEscapes(new MarkupEscapes())) {
            new PageData(out).write(report);
        }
    }

    private void write(Report report) throws IOException {
        out.writeStartObject();
        field("tool", report.tool());
        field("created", report.created());
        field("project", report.project());
        field("scanners", report.scanners());
        field("components", report.components());
        findings("findings", report.findings());
        findings("fixed", report.fixed());
        field("owaspTop10", report.owaspTop10());
        field("problems", report.problems());
        field("baseline", report.baseline() == null ? Map.of() : report.baseline());
        field("policy", report.policy());
        field("verdict", report.verdict());
        field("confirmations", report.confirmations());
        field("texts", texts.all());
        out.writeEndObject();
    }

    private void field(String name, Object value) throws IOException {
        out.writeFieldName(name);
        JSON.writeValue(out, value);
    }

    private void findings(String name, List<Finding> findings) throws IOException {
        out.writeArrayFieldStart(name);
        var writer = texts.writer();
        for (var finding : findings) {
            writer.writeValue(out, finding);
        }
        out.writeEndArray();
    }
}
