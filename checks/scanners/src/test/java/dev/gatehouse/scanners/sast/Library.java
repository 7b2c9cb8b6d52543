package dev.gatehouse.scanners.sast;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Class files by resource name, compiled on the spot, and packed into jars as a test wants them. */
record Library(Map<String, byte[]> classes) {

    /** Compiles sources, given by path such as {@code lib/Top.java}, against some jars. */
    static Library compile(Path folder, Map<String, String> sources, List<Path> classPath) throws IOException {
        var work = Files.createTempDirectory(folder, "library");
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            for (var source : sources.entrySet()) {
                var file = work.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
            var units = files.getJavaFileObjectsFromPaths(
                    sources.keySet().stream().map(work.resolve("src")::resolve).toList());
            var path = classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
            var out = Files.createDirectories(work.resolve("classes"));
            var messages = new StringWriter();
            var options = List.of("-g", "-proc:none", "-cp", path, "-d", out.toString());
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new AssertionError(messages.toString());
            }
            return in(out);
        }
    }

    private static Library in(Path folder) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                classes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return new Library(classes);
    }

    /** Those of its classes that are named. */
    Library only(String... names) {
        var some = new TreeMap<String, byte[]>();
        for (var name : names) {
            some.put(name, classes.get(name));
        }
        return new Library(some);
    }

    Path packed(Path jar) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var entry : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    void unpacked(Path folder) throws IOException {
        for (var entry : classes.entrySet()) {
            var file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}
