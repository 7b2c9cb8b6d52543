package dev.gatehouse.scanners.sast;

import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Small projects of one module a folder, compiled on the spot. */
final class JavaSources {
    private JavaSources() {}

    /** Writes and compiles sources, given by path such as {@code shop/Cart.java}. */
    static Project.Module module(Path project, String name, Map<String, String> sources) throws IOException {
        var root = project.resolve(name);
        var src = Files.createDirectories(root.resolve("src/main/java"));
        var classes = Files.createDirectories(root.resolve("target/classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            for (var source : sources.entrySet()) {
                var file = src.resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
            var units = files.getJavaFileObjectsFromPaths(
                    sources.keySet().stream().map(src::resolve).toList());
            var messages = new StringWriter();
            var options = List.of("-g", "-proc:none", "-d", classes.toString());
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new AssertionError(messages.toString());
            }
        }
        return new Project.Module(name, root, List.of(classes), List.of(), List.of(src));
    }

    static Project project(Path directory, Project.Module... modules) {
        return new Project("test", "folder", directory, List.of(modules), List.of(), List.of(), List.of());
    }
}
