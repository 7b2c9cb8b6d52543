package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.cyclonedx.BomFormat;
import dev.gatehouse.findings.report.cyclonedx.VexFormat;
import dev.gatehouse.findings.report.html.HtmlFormat;
import dev.gatehouse.findings.report.openvex.OpenVexFormat;
import dev.gatehouse.findings.report.sarif.SarifFormat;
import dev.gatehouse.policy.signing.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a bundle that are no statements, by their names in it. */
final class Contents {
    static final String REPORT = "reports/report.json";
    static final String BOM = "reports/bom.json";
    static final String VEX = "reports/vex.cdx.json";
    static final String OPENVEX = "reports/vex.openvex.json";
    static final String POLICY = "policy/" + GatehouseFile.NAME;
    static final String FLOOR = "floor/" + GatehouseFile.NAME;
    static final String LEDGER = "ledger/ledger.jsonl";
    static final String CHECKPOINT = "ledger/checkpoint.json";

    private final Map<String, byte[]> files = new TreeMap<>();

    Map<String, byte[]> files() {
        return files;
    }

    byte[] get(String name) {
        var content = files.get(name);
        if (content == null) {
            throw new IllegalStateException(name + " was not collected");
        }
        return content;
    }

    /** The scan: what was read as its report, and the other formats written from that. */
    void addReport(byte[] json, Report report) {
        files.put(REPORT, json);
        addFormat(new SarifFormat(), report);
        addFormat(new HtmlFormat(), report);
        addFormat(new BomFormat(), report);
        addFormat(new VexFormat(), report);
        if (OpenVexFormat.isNeeded(report)) {
            addFormat(new OpenVexFormat(), report);
        }
    }

    /** The policy, the floor, and the VEX files that each names beside it. */
    void addPolicy(Path policy, Collection<String> policyVex, @Nullable Path floor, Collection<String> floorVex) {
        addWithNeighbours("policy/", policy, policyVex);
        if (floor != null) {
            addWithNeighbours("floor/", floor, floorVex);
        }
    }

    /** The ledger, and the signed checkpoint at its end, to which a ledger that went on can be held later. */
    void addLedger(byte[] lines, Envelope checkpoint) {
        files.put(LEDGER, lines);
        files.put(CHECKPOINT, checkpoint.json().getBytes(StandardCharsets.UTF_8));
    }

    private void addFormat(ReportFormat format, Report report) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        files.put("reports/" + format.fileName(), out.toByteArray());
    }

    private void addWithNeighbours(String folder, Path file, Collection<String> neighbours) {
        files.put(folder + GatehouseFile.NAME, bytes(file));
        neighbours.forEach(name -> files.put(folder + name.replace('\\', '/'), bytes(file.resolveSibling(name))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
