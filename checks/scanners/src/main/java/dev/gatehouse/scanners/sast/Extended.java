package dev.gatehouse.scanners.sast;

import dev.gatehouse.scanners.project.Project;
import java.util.Collections;

/** Whether other modules of a project build on one. */
final class Extended {
    private Extended() {}

    static boolean is(Project.Module module, Project project) {
        return project.modules().stream()
                .anyMatch(other -> !other.equals(module) && !Collections.disjoint(other.classPath(), module.classes()));
    }
}
