package dev.gatehouse.findings.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The source of truth. Characters beyond ASCII are written as escapes: nothing is lost, not even half a surrogate pair
 * from a class file, and a terminal that shows the file is not steered by it.
 */
public final class JsonFormat implements ReportFormat {
    public static final String FILE = "report.json";

    @Override
    public String fileName() {
        return FILE;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        writer().writeValue(out, report);
    }

    /** A writer for any of our JSON files: safe to show, indented, leaving the stream open. */
    public static ObjectWriter writer() {
        return ReportJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .with(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }
}
