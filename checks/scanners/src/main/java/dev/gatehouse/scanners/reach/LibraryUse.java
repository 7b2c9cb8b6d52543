package dev.gatehouse.scanners.reach;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each vulnerable library whether the code refers to it: as a fact, and as a tag that a policy can go by. */
public final class LibraryUse {
    private static final int LONGEST_WAY = 8;

    private final Project project;
    private final VulnerableClasses vulnerable = VulnerableClasses.load();

    public LibraryUse(Project project) {
        this.project = project;
    }

    /**
     * A digest of the code that is looked at beside the libraries.
     *
     * @throws IOException when something cannot be read
     */
    public static String key(Project project, FileDigests digests) throws IOException {
        var key = new Sha256();
        for (var module : project.modules()) {
            for (var root : module.classes()) {
                if (!Files.isDirectory(root)) {
                    key.add(Files.exists(root) ? digests.sha256(root) : "missing");
                    continue;
                }
                try (var files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        key.add(root.relativize(file).toString()).add(digests.sha256(file));
                    }
                } catch (UncheckedIOException e) {
                    throw new IOException(e);
                }
            }
        }
        return key.hex();
    }

    /** The findings with what was found out; they stay as severe as they were. */
    public List<Finding> on(List<Finding> findings) {
        if (findings.stream().noneMatch(finding -> finding.location() instanceof Location.Dependency)) {
            return findings;
        }
        var files = files();
        try (var places = new ClassPlaces()) {
            var own = new LinkedHashSet<String>();
            for (var module : project.modules()) {
                for (var root : module.classes()) {
                    if (Files.exists(root)) {
                        places.add(root);
                        own.addAll(places.in(root));
                    }
                }
            }
            if (own.isEmpty()) {
                return all(findings, "no compiled class of the project was there to look at");
            }
            for (var file : files.values()) {
                if (file != null) {
                    places.add(file);
                }
            }
            var references = References.from(own, places);
            return findings.stream()
                    .map(one -> on(one, files, places, references))
                    .toList();
        } catch (IOException e) {
            return all(findings, "the code could not be read (%s)".formatted(e.getMessage()));
        }
    }

    /** Files of the libraries by how people know them. */
    private Map<String, @Nullable Path> files() {
        var files = new LinkedHashMap<String, @Nullable Path>();
        project.libraries().forEach(library -> files.put(library.display(), library.file()));
        return files;
    }

    private Finding on(Finding finding, Map<String, @Nullable Path> files, ClassPlaces places, References references) {
        if (!(finding.location() instanceof Location.Dependency library)) {
            return finding;
        }
        var file = files.get(library.file());
        if (file == null) {
            return marked(finding, Use.UNKNOWN, "no file of the library was there to look at");
        }
        var known = vulnerable.of(finding.rule()).stream().filter(places::has).toList();
        var meant = known.isEmpty() ? places.in(file) : known;
        var reached = meant.stream().filter(references::reaches).toList();
        if (!reached.isEmpty()) {
            return marked(finding, Use.REACHABLE, "%s: %s".formatted(which(known), way(references, reached)));
        }
        if (!references.unread().isEmpty()) {
            return marked(
                    finding,
                    Use.UNKNOWN,
                    "%d classes on the way could not be read"
                            .formatted(references.unread().size()));
        }
        var text = known.isEmpty()
                ? "no reference from the code to any of its %d classes was found".formatted(meant.size())
                : "no reference from the code to %s was found".formatted(names(known));
        return proposed(marked(finding, Use.PRESENT, text + "; code that is loaded by other means may use it"));
    }

    private static String which(Collection<String> known) {
        return known.isEmpty() ? "the code refers to it" : "the code refers to the vulnerable class";
    }

    private static String names(Collection<String> classes) {
        return String.join(", ", classes).replace('/', '.');
    }

    /** The shortest of the ways. */
    private static String way(References references, Collection<String> reached) {
        var way = reached.stream()
                .map(references::way)
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
        if (way.size() <= LONGEST_WAY) {
            return String.join(" > ", way);
        }
        var ends = new ArrayList<>(way.subList(0, LONGEST_WAY / 2));
        ends.add("%d more".formatted(way.size() - LONGEST_WAY));
        ends.addAll(way.subList(way.size() - LONGEST_WAY / 2, way.size()));
        return String.join(" > ", ends);
    }

    private static List<Finding> all(List<Finding> findings, String why) {
        return findings.stream()
                .map(finding ->
                        finding.location() instanceof Location.Dependency ? marked(finding, Use.UNKNOWN, why) : finding)
                .toList();
    }

    private static Finding marked(Finding finding, Use use, String why) {
        return with(finding, "use", use.label() + ": " + why)
                .withTags(Stream.concat(finding.tags().stream(), Stream.of("use-" + use.label()))
                        .toList());
    }

    /** OpenVEX 0.2.0, status justifications: for a person to confirm, never said by this program. */
    private static Finding proposed(Finding finding) {
        return with(
                finding,
                "VEX proposal",
                "not_affected, vulnerable_code_not_in_execute_path: only if a person who knows the application confirms it");
    }

    private static Finding with(Finding finding, String name, String value) {
        var old = finding.evidence();
        var facts = new LinkedHashMap<>(old.facts());
        facts.put(name, value);
        return finding.withEvidence(new Evidence(old.excerpt(), old.steps(), facts, old.references()));
    }
}
