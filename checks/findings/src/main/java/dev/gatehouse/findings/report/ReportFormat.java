package dev.gatehouse.findings.report;

import java.io.IOException;
import java.io.OutputStream;

/** One way of writing a report to a file. */
public interface ReportFormat {

    /** Name of the file in the report's folder, such as {@code report.sarif}. */
    String fileName();

    /** Writes the whole file as UTF-8; the stream stays open. */
    void write(Report report, OutputStream out) throws IOException;
}
