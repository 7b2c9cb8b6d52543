package dev.gatehouse.scanners.sast;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;

/** Names places without what differs between two checkouts: within the project's directory, else by file name. */
record Places(Project project) {

    String relative(String place) {
        var directory = project.directory().toAbsolutePath().normalize().toString();
        if (place.equals(directory)) {
            return ".";
        }
        if (place.startsWith(directory + java.io.File.separator)) {
            return place.substring(directory.length() + 1).replace('\\', '/');
        }
        var path = Path.of(place);
        return path.isAbsolute() && path.getFileName() != null
                ? path.getFileName().toString()
                : place;
    }

    /** The same problem, also without the directory in its sentence. */
    Problem relative(Problem problem) {
        var directory = project.directory().toAbsolutePath().normalize() + java.io.File.separator;
        return new Problem(
                problem.kind(),
                relative(problem.place()),
                problem.sentence().replace(directory, "").replace(problem.place(), relative(problem.place())));
    }
}
