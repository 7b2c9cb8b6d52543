package dev.gatehouse.scanners.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The sub-projects that a Gradle settings file includes by literal names; they need no build file of their own. */
final class GradleIncludes {
    // possessive, and within a line where it begins: a file of empty lines must not cost more than reading it
    private static final Pattern INCLUDE =
            Pattern.compile("(?m)^[ \\t]*+include\\b\\s*+\\(?+((?:\\s*+['\"][\\w.:/-]++['\"](?:\\s*+,)?+)++)");
    private static final Pattern NAME = Pattern.compile("['\"]:?([\\w.:/-]+)['\"]");
    private static final int LARGEST = 1 << 20;

    private GradleIncludes() {}

    static Set<Path> of(Path root) {
        var found = new LinkedHashSet<Path>();
        for (var name : List.of("settings.gradle", "settings.gradle.kts")) {
            var include = INCLUDE.matcher(text(root.resolve(name)));
            while (include.find()) {
                var project = NAME.matcher(include.group(1));
                while (project.find()) {
                    var directory =
                            root.resolve(project.group(1).replace(':', '/')).normalize();
                    if (directory.startsWith(root) && Files.isDirectory(directory)) {
                        found.add(directory);
                    }
                }
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            // the walk over the directories finds all sub-projects that have a build file
            return "";
        }
    }
}
