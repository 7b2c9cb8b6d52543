package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.classpath.ClassPath;
import dev.gatehouse.engine.protocol.classpath.OpenEntries;
import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the analysed classes refer to. An entry that cannot be opened is named, and left out.
 *
 * @param problems one for each entry that was left out
 */
record ClassPathEntries(ClassPath readable, List<Problem> problems) {

    static ClassPathEntries of(List<String> entries, OpenEntries open) throws IOException {
        var readable = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        for (var entry : entries) {
            try {
                readable.add(opened(Path.of(entry), open));
            } catch (IOException e) {
                problems.add(new Problem(
                        "unreadable-class-path",
                        entry,
                        "This entry of the class path cannot be read (%s); calls into it were not understood."
                                .formatted(e.getMessage())));
            }
        }
        return new ClassPathEntries(open.classPath(readable), problems);
    }

    private static Path opened(Path entry, OpenEntries open) throws IOException {
        if (!Files.exists(entry)) {
            throw new IOException("it does not exist");
        }
        open.classPath(List.of(entry));
        return entry;
    }
}
