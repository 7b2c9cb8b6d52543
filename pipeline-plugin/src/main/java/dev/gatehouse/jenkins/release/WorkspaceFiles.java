package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a workspace that patterns name, with their digests. */
final class WorkspaceFiles {
    private static final int MOST_FILES = 1000;

    private WorkspaceFiles() {}

    /** @param patterns of Ant with commas between them, such as {@code target/*.jar} */
    static List<Artifact> matching(Path folder, String patterns) throws IOException {
        var found = new ArrayList<Artifact>();
        for (var pattern : patterns.split(",", -1)) {
            if (!pattern.isBlank()) {
                found.addAll(ofPattern(folder, pattern.strip()));
            }
        }
        return found;
    }

    private static List<Artifact> ofPattern(Path folder, String pattern) throws IOException {
        var wanted = new AntPattern(pattern);
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> wanted.matches(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadInput("artifacts: no file in the workspace is called '%s'".formatted(pattern));
            }
            if (found.size() > MOST_FILES) {
                throw new BadInput("artifacts: '%s' are more than %d files".formatted(pattern, MOST_FILES));
            }
            return found.stream().map(Artifact::of).toList();
        }
    }
}
