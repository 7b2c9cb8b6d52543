package dev.gatehouse.scanners.project.archive;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.coordinates.Coordinates;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an archive apart. Names inside it never become paths: nested jars go to numbered folders, classes into a new
 * jar. Used once, by one thread.
 */
public final class Unpacking {
    private static final int MOST_NAMED_PROBLEMS = 20;

    private final Path work;
    private final Budget budget;
    private final List<Unpacked.Code> code = new ArrayList<>();
    private final List<Unpacked.Library> libraries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int number;

    /**
     * Prepares.
     *
     * @param work a folder for this archive alone; created when needed
     */
    public Unpacking(Path work, ArchiveLimits limits) {
        this.work = work;
        this.budget = new Budget(limits);
    }

    /** Takes an archive apart whose classes are the application's. */
    public Unpacked application(Path archive, String display) {
        code(archive, display, 1);
        return new Unpacked(code, libraries, problems);
    }

    /** Looks into a library: which one it is, and what is nested or built into it. */
    public Unpacked library(Path archive, String display, @Nullable String purl, String part) {
        library(archive, display, purl, part, 1);
        return new Unpacked(code, libraries, problems);
    }

    private void code(Path archive, String display, int depth) {
        try (var zip = ZipArchive.open(archive, budget)) {
            var layout = Layout.of(zip.entries());
            check(zip, display);
            var name = baseName(display);
            var classes = new RepackedClasses(zip, layout);
            if (classes.count() > 0) {
                var jar = layout.classes().isEmpty() ? archive : classes.write(folder().resolve("classes.jar"));
                code.add(new Unpacked.Code(name, layout.name(), jar, classes.count()));
            }
            classes.problems().forEach(sentence -> problem("unreadable-entry", display, sentence));
            if (!layout.isEnterprise()) {
                itself(zip, archive, layout, classes.count() > 0, display, name);
            }
            for (var entry : zip.entries()) {
                if (isArchive(entry)) {
                    nested(zip, entry, layout, display, name, depth);
                }
            }
        } catch (ArchiveRefused e) {
            problem(e.kind(), display, "The archive was not read: %s.".formatted(e.getMessage()));
        } catch (IOException e) {
            problem("unreadable-archive", display, "The archive was not read: %s.".formatted(FileTree.reason(e)));
        }
    }

    private void library(Path archive, String display, @Nullable String purl, String part, int depth) {
        try (var zip = ZipArchive.open(archive, budget)) {
            check(zip, display);
            var inside = JarName.inside(zip);
            var own = JarName.own(baseName(display), inside, zip);
            var name = purl != null ? purl : own.map(Coordinates::purl).orElse(null);
            libraries.add(new Unpacked.Library(archive, display, name, part));
            inside.stream()
                    .filter(each -> own.isEmpty() || !sameLibrary(each, own.get()))
                    .filter(each -> !each.purl().equals(name))
                    .forEach(each -> libraries.add(builtIn(each, display, part)));
            for (var entry : zip.entries()) {
                if (isArchive(entry)) {
                    nested(zip, entry, Layout.PLAIN, display, part, depth);
                }
            }
        } catch (ArchiveRefused e) {
            unreadableLibrary(archive, display, purl, part, e.kind(), e.getMessage());
        } catch (IOException e) {
            unreadableLibrary(archive, display, purl, part, "unreadable-archive", FileTree.reason(e));
        }
    }

    /** A library that cannot be looked into is still a library by its name, unless reading it does harm. */
    private void unreadableLibrary(
            Path archive, String display, @Nullable String purl, String part, String kind, @Nullable String reason) {
        problem(kind, display, "The archive was not read: %s.".formatted(reason));
        if (!kind.equals("zip-bomb") && libraries.stream().noneMatch(library -> archive.equals(library.file()))) {
            libraries.add(new Unpacked.Library(archive, display, purl, part));
        }
    }

    private static boolean sameLibrary(Coordinates one, Coordinates other) {
        return one.group().equals(other.group())
                && one.artifact().equals(other.artifact())
                && one.version().equals(other.version());
    }

    /**
     * An application may be a known library or product as well, and what is built into it is one. A plain jar is looked
     * up with its file, the others by what they say they are: most of what is in those files is not their own.
     */
    private void itself(ZipArchive zip, Path archive, Layout layout, boolean hasClasses, String display, String part)
            throws IOException {
        var inside = JarName.inside(zip);
        var own = JarName.own(baseName(display), inside, zip);
        var purl = own.map(Coordinates::purl).orElse(null);
        if (layout.equals(Layout.PLAIN) && (hasClasses || purl != null)) {
            libraries.add(new Unpacked.Library(archive, display, purl, part));
        } else if (purl != null) {
            libraries.add(new Unpacked.Library(null, display, purl, part));
        }
        inside.stream()
                .filter(each -> !each.equals(own.orElse(null)))
                .forEach(each -> libraries.add(builtIn(each, display, part)));
    }

    private static Unpacked.Library builtIn(Coordinates each, String display, String part) {
        var place = "%s!/META-INF/maven/%s/%s".formatted(display, each.group(), each.artifact());
        return new Unpacked.Library(null, place, each.purl(), part);
    }

    private void nested(ZipArchive zip, ZipEntryInfo entry, Layout layout, String display, String part, int depth) {
        var place = display + "!/" + VisibleText.exact(entry.name());
        if (depth >= budget.limits().depth()) {
            problem("zip-bomb", place, "Archives are nested more than %d deep.".formatted(depth));
            return;
        }
        Path file;
        try (var input = zip.read(entry)) {
            file = folder().resolve(fileName(entry.name()));
            Files.copy(input, file);
        } catch (ArchiveRefused e) {
            problem(e.kind(), place, "The archive inside was not read: %s.".formatted(e.getMessage()));
            return;
        } catch (IOException e) {
            problem("unreadable-archive", place, "The archive cannot be unpacked: %s.".formatted(FileTree.reason(e)));
            return;
        }
        if (layout.isModule(entry.name())) {
            code(file, place, depth + 1);
        } else {
            library(file, place, null, part, depth + 1);
        }
    }

    private void check(ZipArchive zip, String display) throws ArchiveRefused {
        var names = new HashSet<String>();
        long claimed = 0;
        int reported = 0;
        for (var entry : zip.entries()) {
            claimed += entry.size();
            if (claimed > budget.limits().totalBytes() || claimed < 0) {
                throw ArchiveRefused.bomb("it says that it unpacks to more than %,d MB"
                        .formatted(budget.limits().totalBytes() >> 20));
            }
            if (budget.limits().isBomb(entry.packed(), entry.size())) {
                throw ArchiveRefused.bomb("an entry says that it unpacks to more than %d times its size"
                        .formatted(budget.limits().ratio()));
            }
            var wrong = wrong(entry, names);
            if (wrong != null && reported++ < MOST_NAMED_PROBLEMS) {
                problems.add(wrong.at(display + "!/" + VisibleText.exact(entry.name())));
            }
        }
        if (reported > MOST_NAMED_PROBLEMS) {
            problem(
                    "unsafe-entry",
                    display,
                    "%,d more entries are unsafe, encrypted or there twice.".formatted(reported - MOST_NAMED_PROBLEMS));
        }
    }

    private static @Nullable Wrong wrong(ZipEntryInfo entry, Set<String> names) {
        if (entry.isEncrypted()) {
            return new Wrong("encrypted-archive", "The entry is protected by a password and cannot be read.");
        }
        if (!entry.hasSafeName()) {
            return new Wrong("unsafe-entry", "The entry's name leads out of the archive or is not fit for a file.");
        }
        if (entry.isSymbolicLink()) {
            return new Wrong("unsafe-entry", "The entry is a symbolic link and was not followed.");
        }
        return names.add(entry.name()) || entry.isDirectory()
                ? null
                : new Wrong("duplicate-entry", "The archive has more than one entry of this name.");
    }

    private record Wrong(String kind, String sentence) {
        Problem at(String place) {
            return new Problem(kind, place, sentence);
        }
    }

    private void problem(String kind, String place, String sentence) {
        problems.add(new Problem(kind, place, sentence));
    }

    private static boolean isArchive(ZipEntryInfo entry) {
        var name = entry.name().toLowerCase(Locale.ROOT);
        return !entry.isSymbolicLink()
                && (name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".ear") || name.endsWith(".rar"));
    }

    private Path folder() throws IOException {
        return Files.createDirectories(work.resolve(Integer.toString(number++)));
    }

    private static String baseName(String display) {
        return display.substring(display.lastIndexOf('/') + 1);
    }

    /** A name that is safe on every file system; scanners take evidence from it. */
    private static String fileName(String entry) {
        var base = baseName(entry).replaceAll("[^A-Za-z0-9._+-]", "_");
        return base.length() > 120 ? base.substring(base.length() - 120) : base;
    }
}
