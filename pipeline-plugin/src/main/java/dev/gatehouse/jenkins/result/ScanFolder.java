package dev.gatehouse.jenkins.result;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a build keeps of one scan: the report's files, in {@code gatehouse/ID} of the build's folder.
 *
 * @param id lower-case letters, digits, points, hyphens and underscores
 */
public record ScanFolder(Path folder, String id) {
    public static final String REPORT = "report.json";

    /** What is brought here from a scan, and what a page hands out. */
    public static final List<String> FILES = List.of(
            REPORT, "report.html", "attack-surface.html", "report.sarif", "bom.json", "junit.xml", "summary.md");

    private static final String FOLDER = "gatehouse";
    private static final int LONGEST_ID = 60;
    private static final int MOST_SCANS = 1000;

    /** Makes a folder of its own, under the wanted name or, where that is taken in this build, with a number behind. */
    public static ScanFolder reserve(Path build, String wanted) throws IOException {
        var scans = build.resolve(FOLDER);
        Files.createDirectories(scans);
        var name = idOf(wanted);
        for (int number = 1; number <= MOST_SCANS; number++) {
            var id = number == 1 ? name : name + "-" + number;
            try {
                return new ScanFolder(Files.createDirectory(scans.resolve(id)), id);
            } catch (FileAlreadyExistsException e) {
                // taken by another branch of the same build: the next number
            }
        }
        throw new IOException("more than %d scans of the name %s in one build".formatted(MOST_SCANS, name));
    }

    /** The one of that id, whether it is there or not. */
    public static ScanFolder of(Path build, String id) {
        return new ScanFolder(build.resolve(FOLDER).resolve(idOf(id)), idOf(id));
    }

    /** A name as file systems and addresses have it. */
    public static String idOf(String name) {
        var plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        var cut = plain.length() > LONGEST_ID ? plain.substring(0, LONGEST_ID) : plain;
        return cut.isEmpty() ? "scan" : cut;
    }

    /** @param name one of {@link #FILES} */
    public Path file(String name) {
        if (!FILES.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return folder.resolve(name);
    }

    public boolean has(String name) {
        return FILES.contains(name) && Files.isRegularFile(folder.resolve(name));
    }

    /** Throws {@link dev.gatehouse.findings.BadInput} when the report cannot be read. */
    public Report report() {
        return ReportFile.read(file(REPORT));
    }

    /** Takes back a reservation that came to nothing. */
    public void discard() throws IOException {
        for (var name : FILES) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
