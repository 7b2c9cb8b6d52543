package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.coordinates.Coordinates;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code gradle.lockfile} says: lines such as {@code group:artifact:version=compileClasspath,runtimeClasspath}.
 *
 * @param libraries that are on a class path of the main code
 */
record GradleLock(List<Locked> libraries) {
    private static final long LARGEST = 16L << 20;

    /** A library and whether it is there at run time; otherwise it is needed to compile only. */
    record Locked(Coordinates coordinates, boolean runTime) {}

    /** The lock file of a project, in today's format or in that of Gradle before 7; empty when there is none. */
    static Optional<GradleLock> read(Path project, Draft draft) {
        for (var place : List.of("gradle.lockfile", "gradle/dependency-locks/runtimeClasspath.lockfile")) {
            var file = project.resolve(place);
            if (Files.exists(file)) {
                try {
                    return Optional.of(parse(file, place.startsWith("gradle/"), draft));
                } catch (IOException e) {
                    draft.problem(
                            "unreadable", file, "The lock file cannot be read: %s.".formatted(FileTree.reason(e)));
                }
            }
        }
        return Optional.empty();
    }

    private static GradleLock parse(Path file, boolean allAtRunTime, Draft draft) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new IOException("it is no regular file or larger than %d MB".formatted(LARGEST >> 20));
        }
        var locked = new ArrayList<Locked>();
        int wrong = 0;
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("empty=")) {
                continue;
            }
            var nameAndUses = line.strip().split("=", 2);
            var name = nameAndUses[0].split(":", -1);
            if (name.length != 3 || (nameAndUses.length < 2 && !allAtRunTime)) {
                wrong++;
                continue;
            }
            var uses = allAtRunTime ? List.of("runtimeClasspath") : List.of(nameAndUses[1].split(",", -1));
            var runTime = uses.stream().anyMatch(use -> isMain(use, "runtimeclasspath"));
            if (runTime || uses.stream().anyMatch(use -> isMain(use, "compileclasspath"))) {
                locked.add(new Locked(Coordinates.jar(name[0], name[1], name[2]), runTime));
            }
        }
        if (wrong > 0) {
            draft.problem(
                    "unreadable-lock-file",
                    file,
                    "%s not of the form group:artifact:version=configurations."
                            .formatted(Draft.count(wrong, "line is", "lines are")));
        }
        return new GradleLock(List.copyOf(locked));
    }

    private static boolean isMain(String use, String classPath) {
        var name = use.strip().toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(classPath) && !name.contains("test");
    }
}
