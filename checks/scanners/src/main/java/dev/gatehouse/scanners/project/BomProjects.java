package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.bom.BomContent;
import dev.gatehouse.scanners.project.bom.BomJson;
import dev.gatehouse.scanners.project.bom.BomXml;
import dev.gatehouse.scanners.project.coordinates.Coordinates;
import dev.gatehouse.scanners.project.coordinates.DependencyPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Recognises a CycloneDX bill of materials: its components are the libraries. */
final class BomProjects {
    private final DiscoverySettings settings;

    BomProjects(DiscoverySettings settings) {
        this.settings = settings;
    }

    static boolean recognises(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return name.equals("bom.json")
                || name.equals("bom.xml")
                || name.endsWith(".cdx.json")
                || name.endsWith(".cdx.xml");
    }

    Draft read(Path file) {
        var draft = new Draft("cyclonedx", Objects.requireNonNull(file.getParent()));
        draft.name = VisibleText.exact(String.valueOf(file.getFileName()));
        BomContent bom;
        try {
            bom = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xml")
                    ? BomXml.read(file)
                    : BomJson.read(file);
        } catch (IOException e) {
            draft.problem(
                    "unreadable-bom",
                    file,
                    "The CycloneDX file cannot be read: %s."
                            .formatted(VisibleText.exact(String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""))));
            return draft;
        }
        bom.name().map(VisibleText::exact).ifPresent(name -> draft.name = name);
        add(draft, bom);
        return draft;
    }

    private void add(Draft draft, BomContent bom) {
        var known = bom.purls();
        Map<String, Set<String>> edges = new LinkedHashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        bom.dependsOn().forEach((ref, targets) -> {
            var purls = purls(targets, known);
            if (known.containsKey(ref)) {
                edges.put(known.get(ref), purls);
                asked.addAll(purls);
            }
        });
        Collection<String> roots = bom.root()
                .map(root -> purls(bom.dependsOn().getOrDefault(root, List.of()), known))
                .filter(direct -> !direct.isEmpty())
                .orElseGet(() -> new LinkedHashSet<>(known.values().stream()
                        .filter(purl -> !asked.contains(purl))
                        .toList()));
        var paths = DependencyPaths.from(roots, edges);
        int files = 0;
        for (var purl : new LinkedHashSet<>(known.values())) {
            var file = file(purl);
            files += file.isPresent() ? 1 : 0;
            draft.libraries.add(new Project.Library(
                    file.orElse(null),
                    file.map(path -> VisibleText.exact(
                                    settings.mavenRepository().relativize(path).toString()))
                            .orElse(VisibleText.exact(purl)),
                    purl,
                    List.of(draft.name),
                    roots.contains(purl),
                    paths.getOrDefault(purl, List.of()),
                    List.copyOf(edges.getOrDefault(purl, Set.of()))));
        }
        draft.taken.add("CycloneDX file '%s': %s, files of %,d found; there are no classes to scan."
                .formatted(draft.name, Draft.count(draft.libraries.size(), "library", "libraries"), files));
        if (bom.withoutPurl() > 0) {
            draft.problems.add(new Problem(
                    "component-without-purl",
                    draft.name,
                    "%s no package URL and cannot be looked up."
                            .formatted(Draft.count(bom.withoutPurl(), "component has", "components have"))));
        }
    }

    private static Set<String> purls(Collection<String> refs, Map<String, String> known) {
        var purls = new LinkedHashSet<String>();
        for (var ref : refs) {
            Optional.ofNullable(known.get(ref)).ifPresent(purls::add);
        }
        return purls;
    }

    private Optional<Path> file(String purl) {
        return Coordinates.ofPurl(purl)
                .flatMap(coordinates ->
                        new GradleRepositories(settings.gradleHome(), settings.mavenRepository()).find(coordinates))
                .filter(path -> path.startsWith(settings.mavenRepository()));
    }
}
