package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.classpath.ClassPath;
import dev.gatehouse.engine.protocol.classpath.OpenEntries;
import dev.gatehouse.engine.protocol.sast.Lookups;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.util.Map;

/** Asks the class paths of a project's modules again what an analysis once asked. Opens jars only when it is asked. */
final class ClassPathView implements AutoCloseable {
    private final OpenEntries entries = new OpenEntries();

    /** Whether every lookup has the same reply on the module's class path of now; false too when it cannot be read. */
    boolean stillHolds(Lookups lookups, Project.Module module) {
        try {
            var classPath = entries.classPath(module.classPath());
            return besideHolds(lookups, classPath) && classesHold(lookups, classPath);
        } catch (IOException e) {
            // the engine will say what cannot be read
            return false;
        }
    }

    private static boolean besideHolds(Lookups lookups, ClassPath classPath) {
        return lookups.beside().entrySet().stream()
                .allMatch(asked -> asked.getValue() == classPath.isInFolder(asked.getKey()));
    }

    private static boolean classesHold(Lookups lookups, ClassPath classPath) throws IOException {
        for (var asked : lookups.classes().entrySet()) {
            if (!holds(asked, classPath)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Map.Entry<String, String> asked, ClassPath classPath) throws IOException {
        var found = classPath.find(asked.getKey());
        return asked.getValue().equals(found.map(Sha256::of).orElse(""));
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
