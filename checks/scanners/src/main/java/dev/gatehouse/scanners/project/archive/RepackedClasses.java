package dev.gatehouse.scanners.project.archive;

import dev.gatehouse.findings.text.VisibleText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The class files below a prefix of an archive, as a jar of their own whose bytes depend on them alone. */
final class RepackedClasses {
    private static final long NO_TIME = 0;

    private final ZipArchive zip;
    private final Layout layout;
    private final List<ZipEntryInfo> entries;
    private final List<String> problems = new ArrayList<>();

    RepackedClasses(ZipArchive zip, Layout layout) {
        this.zip = zip;
        this.layout = layout;
        this.entries = zip.entries().stream()
                .filter(entry -> entry.name().startsWith(layout.classes())
                        && entry.name().endsWith(".class")
                        && entry.hasSafeName()
                        && !entry.isSymbolicLink()
                        && !entry.isEncrypted())
                .toList();
    }

    int count() {
        return entries.size();
    }

    /** Writes the jar; a class that cannot be read is left out and told in {@link #problems}. */
    Path write(Path jar) throws IOException {
        var names = new HashSet<String>();
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var entry : entries) {
                var name = entry.name().substring(layout.classes().length());
                if (names.add(name)) {
                    copy(entry, name, out);
                }
            }
        }
        return jar;
    }

    private void copy(ZipEntryInfo entry, String name, ZipOutputStream out) throws IOException {
        var target = new ZipEntry(name);
        target.setTime(NO_TIME);
        out.putNextEntry(target);
        try (var input = zip.read(entry)) {
            input.transferTo(out);
        } catch (ArchiveRefused e) {
            if (e.kind().equals("zip-bomb")) {
                throw e;
            }
            problems.add("The class %s was not read: %s.".formatted(VisibleText.exact(entry.name()), e.getMessage()));
        }
        out.closeEntry();
    }

    List<String> problems() {
        return problems;
    }
}
