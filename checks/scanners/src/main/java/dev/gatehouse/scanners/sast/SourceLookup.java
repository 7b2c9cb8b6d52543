package dev.gatehouse.scanners.sast;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the sources of one module's findings, and adds the lines around each place. */
final class SourceLookup {
    private final Project project;
    private final Project.Module module;
    private final Map<String, Optional<Path>> found = new HashMap<>();
    private final SourceLines lines = new SourceLines();

    SourceLookup(Project project, Project.Module module) {
        this.project = project;
        this.module = module;
    }

    List<Finding> complete(List<Finding> findings) {
        return findings.stream().map(this::complete).toList();
    }

    private Finding complete(Finding finding) {
        var code = (Location.Code) finding.location();
        var evidence = finding.evidence();
        var excerpt = source(code.file()).flatMap(file -> lines.around(file, code.startLine(), code.endLine()));
        var steps = evidence.steps().stream().map(this::complete).toList();
        return finding.withLocation(new Location.Code(
                        code.module(),
                        relative(code.file()),
                        code.className(),
                        code.method(),
                        code.startLine(),
                        code.endLine(),
                        code.context()))
                .withEvidence(new Evidence(excerpt.orElse(null), steps, evidence.facts(), evidence.references()));
    }

    /** The step says what stands there. */
    private Evidence.Step complete(Evidence.Step step) {
        var text = source(step.file()).flatMap(file -> lines.at(file, step.line()));
        return new Evidence.Step(
                text.map(line -> step.message() + ": " + line).orElse(step.message()),
                relative(step.file()),
                step.line());
    }

    private @Nullable String relative(@Nullable String named) {
        return source(named)
                .map(file -> new Places(project).relative(file.toString()))
                .orElse(null);
    }

    /** The name comes from the class file and is not to be trusted: it must not lead out of the source root. */
    private Optional<Path> source(@Nullable String named) {
        return named == null ? Optional.empty() : found.computeIfAbsent(named, this::find);
    }

    private Optional<Path> find(String named) {
        for (var root : module.sourceRoots()) {
            var base = root.toAbsolutePath().normalize();
            try {
                var file = base.resolve(named).normalize();
                if (file.startsWith(base) && Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
