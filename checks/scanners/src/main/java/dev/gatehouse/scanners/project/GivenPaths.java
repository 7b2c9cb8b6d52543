package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns paths and globs that a user gave into files. */
final class GivenPaths {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private final Path base;
    private final String option;

    GivenPaths(Path base, String option) {
        this.base = base.toAbsolutePath().normalize();
        this.option = option;
    }

    /** Every entry as it is: files and directories. */
    List<Path> entries(List<String> given) {
        var found = new LinkedHashSet<Path>();
        for (var text : given) {
            for (var part : text.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!part.isBlank()) {
                    found.addAll(entry(part.strip()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The jars among the entries and in the directories among them. */
    List<Path> jars(List<String> given) {
        var found = new LinkedHashSet<Path>();
        for (var entry : entries(given)) {
            if (Files.isDirectory(entry)) {
                new FileTree(entry, directory -> true).walk((file, attributes) -> {
                    if (isJar(file)) {
                        found.add(file);
                    }
                });
            } else {
                found.add(entry);
            }
        }
        return List.copyOf(found);
    }

    private Set<Path> entry(String text) {
        try {
            var exact = Files.exists(base.resolve(text));
            if (!exact && GLOB.matcher(text).find()) {
                return matching(text);
            }
            if (!exact) {
                throw new BadInput("%s: there is no file or directory '%s'.".formatted(option, text));
            }
            return Set.of(base.resolve(text).normalize());
        } catch (InvalidPathException e) {
            if (GLOB.matcher(text).find()) {
                return matching(text);
            }
            throw new BadInput("%s: '%s' is not a file name.".formatted(option, text), e);
        }
    }

    private Set<Path> matching(String glob) {
        var start = start(glob);
        var found = new LinkedHashSet<Path>();
        try {
            var absolute = start.toString().endsWith("/") ? start.toString() : start + "/";
            var rest = glob.substring(fixedPart(glob).length());
            var matcher = start.getFileSystem().getPathMatcher("glob:" + escaped(absolute) + rest);
            new FileTree(start, directory -> true).walk((file, attributes) -> {
                if (matcher.matches(file)) {
                    found.add(file);
                }
            });
        } catch (PatternSyntaxException e) {
            throw new BadInput("%s: '%s' is not a glob: %s.".formatted(option, glob, e.getDescription()), e);
        }
        if (found.isEmpty()) {
            throw new BadInput("%s: nothing matches '%s'.".formatted(option, glob));
        }
        return found;
    }

    private Path start(String glob) {
        var fixed = fixedPart(glob);
        var start = fixed.isEmpty() ? base : base.resolve(fixed).normalize();
        if (!Files.isDirectory(start)) {
            throw new BadInput("%s: there is no directory '%s'.".formatted(option, fixed));
        }
        return start;
    }

    /** The leading directories of a glob that have no wildcard, with the last slash. */
    private static String fixedPart(String glob) {
        var wildcard = GLOB.matcher(glob);
        int first = wildcard.find() ? wildcard.start() : glob.length();
        return glob.substring(0, glob.lastIndexOf('/', first) + 1);
    }

    private static String escaped(String path) {
        return path.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    static boolean isJar(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    /** Directories full of jars stand for the jars; other directories and jars for themselves. */
    List<Path> classPath(List<String> given) {
        var found = new ArrayList<Path>();
        for (var entry : entries(given)) {
            var jars = Files.isDirectory(entry) ? jarsIn(entry) : List.<Path>of();
            found.addAll(jars.isEmpty() ? List.of(entry) : jars);
        }
        return found;
    }

    private static List<Path> jarsIn(Path directory) {
        var jars = new ArrayList<Path>();
        new FileTree(directory, below -> false).walk((file, attributes) -> {
            if (isJar(file)) {
                jars.add(file);
            }
        });
        return jars;
    }
}
