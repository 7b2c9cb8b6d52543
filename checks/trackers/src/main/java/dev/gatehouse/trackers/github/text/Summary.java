package dev.gatehouse.trackers.github.text;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.markdown.MarkdownFormat;
import dev.gatehouse.findings.report.markdown.Md;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report as Markdown, with all of its words made harmless: no mention, link, markup or broken table. */
public final class Summary {
    private Summary() {}

    /**
     * @param notes sentences of our own, below the rest
     */
    public static String of(Report report, List<String> notes) {
        var bytes = new ByteArrayOutputStream();
        try {
            new MarkdownFormat().write(report, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        var page = new StringBuilder(bytes.toString(StandardCharsets.UTF_8));
        if (!notes.isEmpty()) {
            page.append("\n### Not all of it is here\n\n");
            notes.forEach(note -> page.append("* ").append(Md.text(note)).append('\n'));
        }
        return page.toString();
    }
}
