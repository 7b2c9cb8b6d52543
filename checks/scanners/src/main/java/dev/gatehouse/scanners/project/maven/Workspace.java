package dev.gatehouse.scanners.project.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Lets Maven Resolver see the build's own modules, so that their dependencies count although nothing is installed. */
final class Workspace implements MavenWorkspaceReader {
    private final WorkspaceRepository repository = new WorkspaceRepository("reactor");
    private final Map<String, Model> models = new LinkedHashMap<>();

    void add(Model model) {
        models.put(key(model.getGroupId(), model.getArtifactId(), model.getVersion()), model);
    }

    /** The build's own module that an artifact is of. */
    Optional<Model> module(Artifact artifact) {
        return Optional.ofNullable(
                models.get(key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion())));
    }

    /** Where a module's classes are. */
    static Path output(Model model) {
        return Path.of(model.getBuild().getOutputDirectory());
    }

    @Override
    public @Nullable Model findModel(Artifact artifact) {
        return module(artifact).orElse(null);
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        return module(artifact)
                .map(model -> artifact.getExtension().equals("pom")
                        ? model.getPomFile()
                        : output(model).toFile())
                .filter(File::exists)
                .orElse(null);
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return models.values().stream()
                .filter(model -> model.getGroupId().equals(artifact.getGroupId())
                        && model.getArtifactId().equals(artifact.getArtifactId()))
                .map(Model::getVersion)
                .toList();
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    private static String key(String group, String artifact, String version) {
        return group + ":" + artifact + ":" + version;
    }
}
