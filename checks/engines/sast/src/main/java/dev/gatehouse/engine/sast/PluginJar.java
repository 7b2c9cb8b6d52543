package dev.gatehouse.engine.sast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** FindSecBugs' jar on disk. It must not be on the class path: its static state could then not be thrown away. */
record PluginJar(Path file) {

    static PluginJar in(Path folder) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, "findsecbugs-plugin-*.jar")) {
            for (var jar : jars) {
                return new PluginJar(jar);
            }
        }
        throw new IOException("no FindSecBugs plugin in %s".formatted(folder));
    }
}
