package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project while it is being found; filled by one recogniser. */
final class Draft {
    final String kind;
    final Path directory;
    String name;
    final List<Project.Module> modules = new ArrayList<>();
    final List<Project.Library> libraries = new ArrayList<>();
    final List<String> taken = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    Draft(String kind, Path directory) {
        this.kind = kind;
        this.directory = directory;
        this.name = VisibleText.exact(
                String.valueOf(directory.getFileName() == null ? directory : directory.getFileName()));
    }

    void problem(String kind, Path place, String sentence) {
        problems.add(new Problem(kind, display(place), sentence));
    }

    /** A path as people know it: relative to the project when it is inside. */
    String display(Path path) {
        var shown = path.startsWith(directory) && !path.equals(directory) ? directory.relativize(path) : path;
        return VisibleText.exact(shown.toString());
    }

    Project project() {
        return new Project(name, kind, directory, modules, libraries, taken, problems);
    }

    static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }
}
