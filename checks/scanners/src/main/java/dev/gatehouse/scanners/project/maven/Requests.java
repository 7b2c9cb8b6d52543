package dev.gatehouse.scanners.project.maven;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Exclusion;

/** Asks Maven Resolver for the dependencies of an effective model. */
final class Requests {
    /** The property under which Maven 3 tells Maven Resolver the file of a dependency of scope system. */
    private static final String LOCAL_PATH = "localPath";

    private Requests() {}

    static CollectRequest of(Model model, Repository repository) {
        var session = repository.session();
        var request = new CollectRequest();
        request.setRootArtifact(
                new DefaultArtifact(model.getGroupId(), model.getArtifactId(), "jar", model.getVersion()));
        request.setRepositories(repository.remotes(model));
        request.setDependencies(converted(model.getDependencies(), session));
        var management = model.getDependencyManagement();
        if (management != null) {
            request.setManagedDependencies(converted(management.getDependencies(), session));
        }
        return request;
    }

    private static List<org.eclipse.aether.graph.Dependency> converted(
            List<Dependency> dependencies, RepositorySystemSession session) {
        return dependencies.stream()
                .map(dependency -> converted(dependency, session))
                .toList();
    }

    private static org.eclipse.aether.graph.Dependency converted(
            Dependency dependency, RepositorySystemSession session) {
        var type = session.getArtifactTypeRegistry().get(dependency.getType());
        Map<String, String> properties =
                dependency.getSystemPath() == null ? Map.of() : Map.of(LOCAL_PATH, dependency.getSystemPath());
        var artifact = new DefaultArtifact(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getClassifier(),
                type == null ? dependency.getType() : null,
                Objects.requireNonNullElse(dependency.getVersion(), ""),
                properties,
                type);
        var exclusions = dependency.getExclusions().stream()
                .map(exclusion -> new Exclusion(exclusion.getGroupId(), exclusion.getArtifactId(), "*", "*"))
                .toList();
        var optional = dependency.getOptional() == null ? null : dependency.isOptional();
        return new org.eclipse.aether.graph.Dependency(artifact, dependency.getScope(), optional, exclusions);
    }
}
