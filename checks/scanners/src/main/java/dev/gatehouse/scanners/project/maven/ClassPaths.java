package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.coordinates.DependencyPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** Works the class paths of a build's modules out and gathers their libraries. */
final class ClassPaths {
    private static final Set<String> RUN_TIME = Set.of("compile", "runtime", "system");
    private static final Set<String> ON_CLASS_PATH = Set.of("compile", "runtime", "system", "provided");

    private final Repository repository;
    private final Workspace workspace;
    private final Map<String, ResolvedBuild.Library> libraries = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ClassPaths(Repository repository, Workspace workspace) {
        this.repository = repository;
        this.workspace = workspace;
    }

    /** The class path of a module; its libraries and problems are gathered. */
    List<Path> of(Model model) {
        var graph = new ModuleGraph(collected(model));
        var paths = graph.paths();
        var classPath = new ArrayList<Path>();
        var wanted = new ArrayList<Dependency>();
        for (var dependency : graph.dependencies()) {
            if (ON_CLASS_PATH.contains(dependency.getScope())) {
                workspace
                        .module(dependency.getArtifact())
                        .ifPresentOrElse(own -> classPath.add(Workspace.output(own)), () -> wanted.add(dependency));
            }
        }
        var results = resolved(model, wanted);
        for (int i = 0; i < wanted.size(); i++) {
            var dependency = wanted.get(i);
            var artifact = results.get(i).getArtifact();
            var file = artifact == null ? null : artifact.getPath();
            if (file == null) {
                missing(model, dependency);
            } else {
                classPath.add(file);
            }
            if (RUN_TIME.contains(dependency.getScope())) {
                var purl = ModuleGraph.purl(dependency.getArtifact());
                add(new ResolvedBuild.Library(
                        purl,
                        file,
                        List.of(model.getArtifactId()),
                        graph.isDirect(purl),
                        paths.getOrDefault(purl, List.of()),
                        graph.dependsOn(purl)));
                noteMissingPom(dependency, purl);
            }
        }
        return classPath.stream().filter(Files::exists).toList();
    }

    private DependencyNode collected(Model model) {
        var request = Requests.of(model, repository);
        try {
            return repository
                    .system()
                    .collectDependencies(repository.session(), request)
                    .getRoot();
        } catch (DependencyCollectionException e) {
            problems.add(new Problem(
                    MavenBuild.UNRESOLVED,
                    String.valueOf(model.getPomFile()),
                    "The dependencies cannot be worked out: %s.".formatted(e.getMessage())));
            return e.getResult().getRoot();
        }
    }

    private List<ArtifactResult> resolved(Model model, List<Dependency> wanted) {
        var remotes = repository.remotes(model);
        var requests = wanted.stream()
                .map(dependency -> new ArtifactRequest(dependency.getArtifact(), remotes, null))
                .toList();
        try {
            return repository.system().resolveArtifacts(repository.session(), requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private void missing(Model model, Dependency dependency) {
        problems.add(new Problem(
                MavenBuild.MISSING,
                ModuleGraph.purl(dependency.getArtifact()),
                "The library %s of module %s is not in the local repository; build the project with Maven first."
                        .formatted(dependency.getArtifact(), model.getArtifactId())));
    }

    private void noteMissingPom(Dependency dependency, String purl) {
        if (repository.withoutPom().contains(dependency.getArtifact().toString())
                || repository.withoutPom().contains(pomOf(dependency))) {
            problems.add(new Problem(
                    MavenBuild.MISSING,
                    purl,
                    "The pom of %s is not in the local repository, so what it depends on is not known."
                            .formatted(dependency.getArtifact())));
        }
    }

    private static String pomOf(Dependency dependency) {
        var artifact = dependency.getArtifact();
        return "%s:%s:pom:%s".formatted(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion());
    }

    private void add(ResolvedBuild.Library library) {
        libraries.merge(
                library.purl(),
                library,
                (one, other) -> new ResolvedBuild.Library(
                        one.purl(),
                        one.file() != null ? one.file() : other.file(),
                        union(one.modules(), other.modules()),
                        one.direct() || other.direct(),
                        DependencyPaths.merged(one.paths(), other.paths()),
                        union(one.dependsOn(), other.dependsOn())));
    }

    private static List<String> union(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    Collection<ResolvedBuild.Library> libraries() {
        return libraries.values();
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}
