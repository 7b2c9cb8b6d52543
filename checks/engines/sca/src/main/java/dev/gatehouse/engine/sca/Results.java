package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Part;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Result;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.owasp.dependencycheck.dependency.Dependency;
import org.owasp.dependencycheck.dependency.Vulnerability;
import org.owasp.dependencycheck.dependency.naming.Identifier;
import org.owasp.dependencycheck.dependency.naming.PurlIdentifier;

/** Brings what Dependency-Check found back to the item that it belongs to. */
final class Results {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::shaded).thenComparing(part -> String.valueOf(part.purl()));

    private final Map<Path, String> folders;
    private final Map<String, List<Trouble>> troubles;
    private final PublishedDates dates;

    Results(Map<Path, String> folders, Map<String, List<Trouble>> troubles, PublishedDates dates) {
        this.folders = folders;
        this.troubles = troubles;
        this.dates = dates;
    }

    /** Keeps what went wrong without ending the run: with the item that it names, or with every item. */
    void note(List<Throwable> exceptions) {
        for (var thrown : exceptions) {
            var sentence = "was not looked at completely: " + thrown.getMessage();
            var trouble = new Trouble("analysis-error", sentence);
            var named = folders.entrySet().stream()
                    .filter(folder -> String.valueOf(thrown.getMessage())
                            .contains(folder.getKey()
                                    + folder.getKey().getFileSystem().getSeparator()))
                    .findFirst();
            if (named.isPresent()) {
                list(named.get().getValue()).add(trouble);
            } else {
                troubles.values().forEach(list -> list.add(trouble));
            }
        }
    }

    ScanAnswer of(List<Dependency> dependencies) throws IOException {
        var published = dates.of(found(dependencies));
        var parts = new HashMap<String, List<Part>>();
        for (var dependency : dependencies) {
            itemOf(dependency)
                    .ifPresent(key -> parts.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(part(dependency, published)));
        }
        var results = new LinkedHashMap<String, Result>();
        folders.values().forEach(key -> {
            var found =
                    parts.getOrDefault(key, List.of()).stream().sorted(ORDER).toList();
            if (found.isEmpty() && list(key).isEmpty()) {
                list(key).add(new Trouble("not-analysed", "was passed over by Dependency-Check as no Java library"));
            }
            results.put(key, new Result(key, found, list(key)));
        });
        return new ScanAnswer(List.copyOf(results.values()));
    }

    private static Set<String> found(List<Dependency> dependencies) {
        return dependencies.stream()
                .flatMap(dependency -> dependency.getVulnerabilities().stream())
                .map(Vulnerability::getName)
                .collect(Collectors.toSet());
    }

    private List<Trouble> list(String key) {
        return troubles.computeIfAbsent(key, none -> new ArrayList<>());
    }

    /** A library shaded into a jar has a path below the jar's. */
    private Optional<String> itemOf(Dependency dependency) {
        var path = Path.of(dependency.getFilePath());
        return folders.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Part part(Dependency dependency, Map<String, String> published) {
        var file = Path.of(dependency.getFilePath());
        var shaded = folders.keySet().stream().noneMatch(folder -> folder.equals(file.getParent()));
        var purl = dependency.getSoftwareIdentifiers().stream()
                .filter(PurlIdentifier.class::isInstance)
                .max(Comparator.comparing(Identifier::getConfidence, Comparator.reverseOrder()))
                .map(Identifier::getValue)
                .orElse(null);
        return new Part(
                shaded,
                purl,
                shaded || dependency.isVirtual() ? null : dependency.getSha1sum(),
                dependency.getVulnerableSoftwareIdentifiers().stream()
                        .map(Identifier::getValue)
                        .sorted()
                        .toList(),
                dependency.getLicense(),
                dependency.getVulnerabilities(true).stream()
                        .map(found -> Findings.of(found, published.get(found.getName())))
                        .toList());
    }
}
