package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where results are, as SARIF says it: addresses relative to the project's directory. Code scanning shows a result only
 * at a file, so each has one: a library's is the manifest that asks for it, or its archive where there is none.
 */
final class Places {
    static final String ROOT = "%SRCROOT%";

    /** Stands for a project without a manifest; it need not be there to be shown at. */
    private static final String STAND_IN = ".gatehouse.yml";

    private final @Nullable String manifest;
    private final SarifLayout layout;
    private final Map<String, ObjectNode> artifacts = new HashMap<>();

    Places(String projectKind, SarifLayout layout) {
        this.manifest = switch (projectKind) {
            case "maven" -> "pom.xml";
            case "gradle" -> "build.gradle";
            default -> layout.onlyFiles() ? STAND_IN : null;
        };
        this.layout = layout;
    }

    List<ObjectNode> of(Finding finding) {
        var places = at(finding);
        if (layout.onlyFiles()) {
            places.forEach(Places::firstLineIfNone);
        }
        return places;
    }

    /** Code scanning asks for a line, and a manifest or a class without line numbers has none. */
    private static void firstLineIfNone(ObjectNode place) {
        if (place.get("physicalLocation") instanceof ObjectNode physical && !physical.has("region")) {
            lines(physical, 1, 1);
        }
    }

    private List<ObjectNode> at(Finding finding) {
        var location = finding.location();
        if (location instanceof Location.Code code) {
            return List.of(code(code, finding.evidence()));
        }
        if (location instanceof Location.Dependency library) {
            return List.of(library(library));
        }
        return List.of(http((Location.Http) location));
    }

    /** The archive of a library, where the result itself points at the manifest. */
    List<ObjectNode> related(Finding finding) {
        if (manifest != null && finding.location() instanceof Location.Dependency library) {
            return List.of(Node.of("physicalLocation", file(library.file()))
                    .set("message", Node.message("the archive: " + library.file())));
        }
        return List.of();
    }

    /** A file, without a line. */
    ObjectNode file(String path) {
        var outer = path.contains("!/") ? path.substring(0, path.indexOf("!/")) : path;
        return Node.of("artifactLocation", artifacts.computeIfAbsent(outer, this::artifact));
    }

    ObjectNode step(Evidence.Step step) {
        var location = Node.of("message", Node.message(step.message()));
        var file = step.file();
        if (file != null) {
            location.set("physicalLocation", lines(file(file), step.line(), step.line()));
        }
        return Node.of("location", location);
    }

    private ObjectNode code(Location.Code code, Evidence evidence) {
        var file = code.file() == null ? guess(code.className()) : code.file();
        var physical = lines(file(file), code.startLine(), code.endLine());
        var excerpt = evidence.excerpt();
        if (excerpt != null && !excerpt.lines().isEmpty()) {
            physical.set(
                    "contextRegion",
                    Node.object()
                            .put("startLine", excerpt.startLine())
                            .put(
                                    "endLine",
                                    excerpt.startLine() + excerpt.lines().size() - 1)
                            .set("snippet", Node.message(String.join("\n", excerpt.lines()))));
        }
        var logical = new ArrayList<ObjectNode>();
        logical.add(Node.object()
                .put("fullyQualifiedName", Node.text(code.className()))
                .put("kind", "type"));
        if (code.method() != null) {
            logical.add(Node.object()
                    .put("fullyQualifiedName", Node.text(code.className() + "." + code.method()))
                    .put("kind", "function"));
        }
        var location = Node.of("physicalLocation", physical);
        location.set("logicalLocations", Node.array(logical));
        if (code.file() == null) {
            location.set("message", Node.message("The source file was not found; its name follows from the class."));
        }
        return location;
    }

    private ObjectNode library(Location.Dependency library) {
        var location = Node.of("physicalLocation", file(manifest == null ? library.file() : manifest));
        location.set(
                "logicalLocations",
                Node.array(Node.object()
                        .put("name", Node.text(library.purl()))
                        .put("fullyQualifiedName", Node.text(library.file()))
                        .put("kind", "module")));
        return location;
    }

    private ObjectNode http(Location.Http request) {
        var artifact = Node.of("uri", ArtifactUri.address(request.url()));
        var location = manifest != null && layout.onlyFiles()
                ? Node.of("physicalLocation", file(manifest))
                        .<ObjectNode>set("message", Node.message(request.display()))
                : Node.of("physicalLocation", Node.of("artifactLocation", artifact));
        location.set(
                "logicalLocations",
                Node.array(Node.object()
                        .put("name", Node.text(request.method() + " " + request.pathTemplate()))
                        .put("kind", "resource")));
        return location;
    }

    private ObjectNode artifact(String path) {
        return ArtifactUri.isAbsolute(path)
                ? Node.of("uri", ArtifactUri.path(path))
                : Node.of("uri", ArtifactUri.path(layout.folder() + path)).put("uriBaseId", ROOT);
    }

    private static ObjectNode lines(ObjectNode physical, int start, int end) {
        if (start > 0) {
            physical.set("region", Node.object().put("startLine", start).put("endLine", Math.max(start, end)));
        }
        return physical;
    }

    private static String guess(String className) {
        int nested = className.indexOf('$');
        return (nested < 0 ? className : className.substring(0, nested)).replace('.', '/') + ".java";
    }
}
