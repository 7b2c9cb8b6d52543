package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Model;

/** Reads the Maven build whose root pom is given. */
public final class MavenBuild {
    static final String MISSING = "missing-library";
    static final String UNRESOLVED = "unresolved-pom";
    private static final Set<String> FETCHING_HELPS = Set.of(MISSING, UNRESOLVED);
    private static final String FORMAT = "maven-build/2";

    private final MavenSettings settings;
    private final ResolutionCache cache;

    public MavenBuild(MavenSettings settings, ResolutionCache cache) {
        this.settings = settings;
        this.cache = cache;
    }

    /**
     * Reads the build: from the cache when nothing changed, else from the local repository, and from the remote
     * repositories only for what the local one lacks and unless offline.
     *
     * @param pom absolute
     */
    public ResolvedBuild read(Path pom) throws IOException {
        var key = key(pom);
        var kept = cache.find(key).flatMap(KeptBuild::current);
        if (kept.isPresent()) {
            return kept.get();
        }
        var files = new PomFiles();
        var build = read(pom, true, files);
        if (!settings.offline() && build.problems().stream().anyMatch(p -> FETCHING_HELPS.contains(p.kind()))) {
            files = new PomFiles();
            build = read(pom, false, files);
        }
        if (build.problems().isEmpty()) {
            cache.keep(key, KeptBuild.of(build, files.digests()).json());
        }
        return build;
    }

    private String key(Path pom) {
        var parts = List.of(
                FORMAT,
                pom.toString(),
                settings.localRepository().toString(),
                settings.digest(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name", ""));
        return PomFiles.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private ResolvedBuild read(Path pom, boolean offline, PomFiles files) throws IOException {
        var raw = new RawPoms(files);
        raw.index(pom);
        var workspace = new Workspace();
        try (var repository = new Repository(settings, offline, workspace)) {
            var reactor = new Reactor(repository, settings, raw, files);
            reactor.read(pom);
            reactor.models().forEach(workspace::add);
            var classPaths = new ClassPaths(repository, workspace);
            var modules = new ArrayList<ResolvedBuild.Module>();
            for (var model : reactor.models()) {
                if (!model.getPackaging().equals("pom")) {
                    modules.add(module(model, classPaths.of(model)));
                }
            }
            return new ResolvedBuild(
                    reactor.models().isEmpty() ? "" : reactor.models().get(0).getArtifactId(),
                    modules,
                    List.copyOf(classPaths.libraries()),
                    notes(reactor),
                    Stream.of(reactor.problems(), classPaths.problems())
                            .<Problem>flatMap(List::stream)
                            .toList());
        }
    }

    private static List<String> notes(Reactor reactor) {
        return reactor.inactiveModules().isEmpty()
                ? List.of()
                : List.of("Left out modules of inactive Maven profiles: %s."
                        .formatted(String.join(", ", reactor.inactiveModules())));
    }

    private static ResolvedBuild.Module module(Model model, List<Path> classPath) {
        var directory = model.getProjectDirectory().toPath();
        return new ResolvedBuild.Module(
                model.getArtifactId(),
                directory,
                model.getPackaging(),
                Workspace.output(model),
                sourceRoots(directory, model),
                classPath);
    }

    private static List<Path> sourceRoots(Path directory, Model model) {
        return Stream.of(
                        Path.of(model.getBuild().getSourceDirectory()),
                        directory.resolve("src/main/java"),
                        directory.resolve("src/main/kotlin"),
                        directory.resolve("src/main/groovy"))
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }
}
