package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** What the analysed classes refer to. An entry that cannot be opened is named, and left out. */
final class ClassPath {
    private ClassPath() {}

    static List<String> readable(List<String> entries) {
        return entries.stream().filter(entry -> fault(entry) == null).toList();
    }

    static List<Problem> problems(List<String> entries) {
        var problems = new ArrayList<Problem>();
        for (var entry : entries) {
            var fault = fault(entry);
            if (fault != null) {
                problems.add(new Problem(
                        "unreadable-class-path",
                        entry,
                        "This entry of the class path cannot be read (%s); calls into it were not understood."
                                .formatted(fault)));
            }
        }
        return problems;
    }

    private static @org.jspecify.annotations.Nullable String fault(String entry) {
        var file = Path.of(entry);
        if (Files.isDirectory(file)) {
            return null;
        }
        if (!Files.exists(file)) {
            return "it does not exist";
        }
        try (var zip = new ZipFile(file.toFile())) {
            return zip.size() < 0 ? "it is empty" : null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
