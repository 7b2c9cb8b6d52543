package dev.gatehouse.trackers.github.sarif;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.sarif.SarifFormat;
import dev.gatehouse.findings.report.sarif.SarifLayout;
import dev.gatehouse.findings.report.sarif.SarifRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a report into as few files as code scanning's limits allow. More runs than fit into one file, or more bytes, make
 * more files, so nothing is lost by them; only a single run that is too large for a file of its own is cut.
 */
public final class Packing {
    private final Report report;
    private final SarifLayout layout;
    private final Limits limits;
    private final List<String> said = new ArrayList<>();

    private Packing(Report report, String folder, Limits limits) {
        this.report = report;
        this.layout = SarifLayout.codeScanning(folder);
        this.limits = limits;
    }

    /**
     * @param prefix first part of every category
     * @param folder of the project in its repository, {@code ""} or ending in {@code /}
     */
    public static Uploads of(Report report, String prefix, String folder, Limits limits) {
        var packing = new Packing(report, folder, limits);
        var cut = new Cut(limits, packing.said);
        var runs = Categories.of(report, prefix, packing.said).stream()
                .map(cut::run)
                .toList();
        var files = new ArrayList<Upload>();
        for (int i = 0; i < runs.size(); i += limits.runs()) {
            packing.pack(runs.subList(i, Math.min(runs.size(), i + limits.runs())), files);
        }
        return new Uploads(files, packing.said);
    }

    private void pack(List<SarifRun> runs, List<Upload> files) {
        var zipped = zip(runs);
        if (zipped.length <= limits.zippedBytes()) {
            files.add(upload(zipped, runs));
        } else if (runs.size() > 1) {
            int half = runs.size() / 2;
            pack(runs.subList(0, half), files);
            pack(runs.subList(half, runs.size()), files);
        } else {
            files.add(shorten(runs.get(0)));
        }
    }

    /** The largest number of results that fits; the size grows with it, so halving finds it. */
    private Upload shorten(SarifRun run) {
        int fits = 0;
        int tooMany = run.present().size();
        while (tooMany - fits > Math.max(1, run.present().size() / 100)) {
            int middle = (fits + tooMany) / 2;
            if (zip(List.of(first(run, middle))).length <= limits.zippedBytes()) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        var kept = new Cut(limits, said)
                .to(
                        run,
                        fits,
                        "more would not fit into the %,d bytes that GitHub takes".formatted(limits.zippedBytes()));
        return upload(zip(List.of(kept)), List.of(kept));
    }

    private static SarifRun first(SarifRun run, int results) {
        return new SarifRun(run.scanner(), run.category(), run.present().subList(0, results), List.of());
    }

    private static Upload upload(byte[] zipped, List<SarifRun> runs) {
        return Upload.of(
                zipped,
                runs.stream().map(SarifRun::category).toList(),
                runs.stream().mapToInt(run -> run.present().size()).sum());
    }

    private byte[] zip(List<SarifRun> runs) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            SarifFormat.write(report, runs, layout, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
