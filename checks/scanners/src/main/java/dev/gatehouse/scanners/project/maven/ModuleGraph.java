package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.scanners.project.coordinates.Coordinates;
import dev.gatehouse.scanners.project.coordinates.DependencyPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** The dependency graph of one module after version conflicts are settled: what won, and by which ways it is reached. */
final class ModuleGraph {
    private final List<DependencyNode> winners = new ArrayList<>();
    private final Map<String, Set<String>> edges = new LinkedHashMap<>();
    private final Set<String> direct = new LinkedHashSet<>();
    private final Set<DependencyNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    ModuleGraph(DependencyNode root) {
        for (var child : root.getChildren()) {
            var winner = winner(child);
            direct.add(purl(winner.getArtifact()));
            walk(winner);
        }
    }

    private void walk(DependencyNode node) {
        if (!visited.add(node)) {
            return;
        }
        winners.add(node);
        var targets = edges.computeIfAbsent(purl(node.getArtifact()), purl -> new LinkedHashSet<>());
        for (var child : node.getChildren()) {
            var winner = winner(child);
            targets.add(purl(winner.getArtifact()));
            walk(winner);
        }
    }

    /** A node that lost against another version stands for the one that won. */
    private static DependencyNode winner(DependencyNode node) {
        return node.getData().get(ConflictResolver.NODE_DATA_WINNER) instanceof DependencyNode winner ? winner : node;
    }

    /** What is on one of the module's class paths, in class path order. */
    List<Dependency> dependencies() {
        return winners.stream()
                .map(DependencyNode::getDependency)
                .filter(dependency -> !dependency.getArtifact().getExtension().equals("pom"))
                .toList();
    }

    boolean isDirect(String purl) {
        return direct.contains(purl);
    }

    List<String> dependsOn(String purl) {
        return List.copyOf(edges.getOrDefault(purl, Set.of()));
    }

    Map<String, List<List<String>>> paths() {
        return DependencyPaths.from(direct, edges);
    }

    static String purl(Artifact artifact) {
        return new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getBaseVersion(),
                        artifact.getClassifier(),
                        artifact.getExtension())
                .purl();
    }
}
