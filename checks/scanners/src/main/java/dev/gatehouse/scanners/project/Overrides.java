package dev.gatehouse.scanners.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user says instead of what discovery finds. Each entry is a file, a directory or a glob; several may be
 * joined by the platform's path separator. A list that is empty overrides nothing.
 *
 * @param base relative entries start here
 * @param classes directories and jars with the project's own classes
 * @param classPath directories, jars, and directories full of jars that the classes refer to
 * @param dependencies jars, and directories full of jars, that are checked as libraries
 */
public record Overrides(Path base, List<String> classes, List<String> classPath, List<String> dependencies) {
    public static final Overrides NONE = new Overrides(Path.of(""), List.of(), List.of(), List.of());

    public Overrides {
        classes = List.copyOf(classes);
        classPath = List.copyOf(classPath);
        dependencies = List.copyOf(dependencies);
    }
}
