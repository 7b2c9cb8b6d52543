package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files of a workspace. */
final class WorkspaceText {
    private WorkspaceText() {}

    static String read(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new BadInput("%s: there is no such file in the workspace".formatted(name));
        }
        return Files.readString(file);
    }
}
