package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what there is to scan in a directory or file. */
public final class ProjectDiscovery {
    private static final byte[] ZIP = {'P', 'K'};

    private final DiscoverySettings settings;

    public ProjectDiscovery(DiscoverySettings settings) {
        this.settings = settings;
    }

    /**
     * Looks at a directory, a pom, an archive or a CycloneDX file.
     *
     * @throws BadInput when there is no such thing, or an override names what is not there
     */
    public Project discover(Path directoryOrFile, Overrides overrides) {
        var place = directoryOrFile.toAbsolutePath().normalize();
        try {
            var draft = Files.isDirectory(place) ? directory(place) : file(place);
            return new Overriding(settings, overrides).apply(draft).project();
        } catch (IOException e) {
            throw new BadInput(
                    "'%s' cannot be read: %s."
                            .formatted(VisibleText.exact(directoryOrFile.toString()), FileTree.reason(e)),
                    e);
        }
    }

    private Draft directory(Path directory) throws IOException {
        var pom = directory.resolve("pom.xml");
        if (Files.isRegularFile(pom)) {
            return new MavenProjects(settings).read(pom);
        }
        if (GradleProjects.recognises(directory)) {
            return new GradleProjects(settings).read(directory);
        }
        var draft = new FolderProjects(settings).read(directory);
        if (draft.modules.isEmpty() && draft.libraries.isEmpty()) {
            var bom = bom(directory);
            if (bom.isPresent()) {
                return new BomProjects(settings).read(bom.get());
            }
        }
        if (Files.exists(pom)) {
            draft.problems.add(
                    new Problem("unreadable-pom", "pom.xml", "pom.xml is not a regular file and was not read."));
        }
        return draft;
    }

    private static Optional<Path> bom(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted()
                    .filter(BomProjects::recognises)
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    private Draft file(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new BadInput("There is nothing at '%s'; name a directory, an archive or a CycloneDX file."
                    .formatted(VisibleText.exact(file.toString())));
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("'%s' is a pipe, device or socket; name a directory or a file."
                    .formatted(VisibleText.exact(file.toString())));
        }
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.equals("pom.xml") || name.endsWith(".pom")) {
            return new MavenProjects(settings).read(file);
        }
        if (Stream.of(".jar", ".war", ".ear", ".zip").anyMatch(name::endsWith) || startsLikeAnArchive(file)) {
            return new ArchiveProjects(settings).read(file);
        }
        if (name.endsWith(".json") || name.endsWith(".xml")) {
            return new BomProjects(settings).read(file);
        }
        throw new BadInput("'%s' is neither a pom, an archive (jar, war, ear) nor a CycloneDX file."
                .formatted(VisibleText.exact(file.toString())));
    }

    private static boolean startsLikeAnArchive(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return Arrays.equals(input.readNBytes(ZIP.length), ZIP);
        }
    }
}
