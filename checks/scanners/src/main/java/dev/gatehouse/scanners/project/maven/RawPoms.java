package dev.gatehouse.scanners.project.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The poms below a root pom as they are written, found by their module lists, those of profiles included. */
final class RawPoms {
    private final PomFiles files;
    private final Map<String, Path> byName = new LinkedHashMap<>();
    private final Set<Path> visited = new HashSet<>();

    RawPoms(PomFiles files) {
        this.files = files;
    }

    /** Walks the module tree; a pom that cannot be read is skipped here and reported when its module is built. */
    void index(Path pom) throws IOException {
        if (!Files.isRegularFile(pom) || !visited.add(pom.toRealPath())) {
            return;
        }
        Model model;
        try {
            model = read(pom);
        } catch (IOException e) {
            return;
        }
        var group = model.getGroupId() != null
                ? model.getGroupId()
                : model.getParent() != null ? model.getParent().getGroupId() : "";
        byName.putIfAbsent(group + ":" + model.getArtifactId(), pom);
        var modules = new LinkedHashSet<>(model.getModules());
        model.getProfiles().forEach(profile -> modules.addAll(profile.getModules()));
        for (var module : modules) {
            var child = modulePom(pom, module);
            if (child.isPresent()) {
                index(child.get());
            }
        }
    }

    /** Reads one pom without parents and interpolation. */
    Model read(Path pom) throws IOException {
        try (var input = files.open(pom)) {
            return new MavenXpp3Reader().read(input, false);
        } catch (XmlPullParserException e) {
            throw new IOException("it is not well-formed XML: " + firstLine(String.valueOf(e.getMessage())), e);
        }
    }

    /** The pom of one of the build's own modules. */
    Optional<Path> find(String group, String artifact) {
        return Optional.ofNullable(byName.get(group + ":" + artifact));
    }

    /** Where an entry of a module list points to; empty when it is no file name at all. */
    static Optional<Path> modulePom(Path pom, String module) {
        try {
            var place = pom.resolveSibling(module.strip().replace('\\', '/')).normalize();
            return Optional.of(Files.isDirectory(place) ? place.resolve("pom.xml") : place);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
