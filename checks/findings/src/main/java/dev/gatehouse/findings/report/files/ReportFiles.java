package dev.gatehouse.findings.report.files;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.cyclonedx.BomFormat;
import dev.gatehouse.findings.report.html.HtmlFormat;
import dev.gatehouse.findings.report.html.SurfaceFormat;
import dev.gatehouse.findings.report.json.JsonFormat;
import dev.gatehouse.findings.report.junit.JUnitFormat;
import dev.gatehouse.findings.report.markdown.MarkdownFormat;
import dev.gatehouse.findings.report.sarif.SarifFormat;
import dev.gatehouse.findings.text.VisibleText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Writes a report's files: all of them or none. They are written under temporary names beside their places and forced
 * to the disk first; then the old {@code report.json} goes, the new files move in, {@code report.json} last. A folder
 * with a {@code report.json} therefore always holds one whole report.
 */
public final class ReportFiles {
    private final List<ReportFormat> formats;

    ReportFiles(List<ReportFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Every format, the source of truth last. */
    public static List<ReportFormat> formats() {
        return List.of(
                new SarifFormat(),
                new HtmlFormat(),
                new SurfaceFormat(),
                new JUnitFormat(),
                new BomFormat(),
                new MarkdownFormat(),
                new JsonFormat());
    }

    /**
     * Writes all formats; creates the folder when it is missing.
     *
     * @throws BadInput when the folder cannot be written or the disk is full; an earlier report there is then untouched
     */
    public static void write(Path outDir, Report report) {
        new ReportFiles(formats()).writeAll(outDir, report);
    }

    void writeAll(Path outDir, Report report) {
        try {
            Files.createDirectories(outDir);
            Leftovers.remove(outDir);
            writeInto(outDir, report);
        } catch (IOException e) {
            throw new BadInput(
                    "the report cannot be written to %s: %s; give a folder with room in it by --out"
                            .formatted(VisibleText.line(outDir.toString()), reason(e)),
                    e);
        }
    }

    private void writeInto(Path outDir, Report report) throws IOException {
        var written = new LinkedHashMap<Path, Path>();
        try {
            var work = new ArrayList<Callable<Void>>();
            for (var format : formats) {
                var temporary = Leftovers.temporary(outDir, format.fileName());
                written.put(temporary, outDir.resolve(format.fileName()));
                work.add(() -> {
                    writeOne(format, report, temporary);
                    return null;
                });
            }
            SideBySide.run(work);
            moveIn(outDir, written);
        } finally {
            for (var temporary : written.keySet()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static void writeOne(ReportFormat format, Report report, Path temporary) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            format.write(report, out);
            out.flush();
            channel.force(true);
        }
    }

    private static void moveIn(Path outDir, Map<Path, Path> written) throws IOException {
        for (var target : written.values()) {
            if (Files.isDirectory(target)) {
                throw new IOException("%s is a folder".formatted(target.getFileName()));
            }
        }
        Files.deleteIfExists(outDir.resolve(JsonFormat.FILE));
        var moved = new ArrayList<Path>();
        try {
            for (var entry : written.entrySet()) {
                Files.move(
                        entry.getKey(),
                        entry.getValue(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
                moved.add(entry.getValue());
            }
        } catch (IOException e) {
            for (var half : moved) {
                Files.deleteIfExists(half);
            }
            throw e;
        }
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : VisibleText.line(e.getClass().getSimpleName().replace("Exception", "") + " " + message);
    }
}
