package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.baseline.Baseline;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.scanners.project.GitCheckout;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was scanned and compared with, as a report tells it. */
final class Described {
    private static final String CLASS = ".class";

    private Described() {}

    static ProjectInfo project(Project project) {
        var git = GitCheckout.of(project.directory());
        return new ProjectInfo(
                project.name(),
                project.kind(),
                project.directory().toString(),
                git.commit(),
                git.branch(),
                project.modules().stream()
                        .map(module ->
                                new ProjectInfo.ModuleInfo(module.name(), classes(module), libraries(project, module)))
                        .toList(),
                project.taken());
    }

    static Report.BaselineInfo baseline(Path file, Baseline baseline) {
        return new Report.BaselineInfo(
                file.toString(),
                baseline.created(),
                baseline.commit(),
                baseline.findings().size());
    }

    private static int libraries(Project project, Project.Module module) {
        return (int) project.libraries().stream()
                .filter(library -> library.modules().contains(module.name()))
                .count();
    }

    private static int classes(Project.Module module) {
        return module.classes().stream().mapToInt(Described::classesIn).sum();
    }

    private static int classesIn(Path place) {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (var files = Files.walk(place)) {
            return (int) files.filter(file -> file.toString().endsWith(CLASS)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
