package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key that a module's answer is kept under: all that the answer depends on, and nothing that differs between two
 * checkouts of the same code. The module is the smallest unit for which this is sound: the engine's summaries of
 * methods and fields reach across classes.
 */
final class ModuleKey {
    private static final String FORMAT = "sast-answer 1";

    private final EngineId engine;
    private final FileDigests digests;
    private final Project project;

    ModuleKey(EngineId engine, FileDigests digests, Project project) {
        this.engine = engine;
        this.digests = digests;
        this.project = project;
    }

    /**
     * SHA-256 in lower-case hexadecimal.
     *
     * @throws IOException when something cannot be read; there is no key then
     */
    String of(Project.Module module, SastRequest.Detectors detectors) throws IOException {
        var key = new Sha256()
                .add(FORMAT)
                .add(engine.digest())
                .add(engine.java())
                .add(detectors.name())
                .add(module.name());
        for (var root : module.classes()) {
            key.add("classes").add(new Places(project).relative(root.toString()));
            addContent(key, root);
        }
        for (var entry : module.classPath()) {
            key.add("class path");
            if (Files.exists(entry)) {
                addContent(key, entry);
            } else {
                key.add("missing").add(new Places(project).relative(entry.toString()));
            }
        }
        return key.hex();
    }

    private void addContent(Sha256 key, Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            key.add("file").add(digests.sha256(root));
            return;
        }
        for (var file : classFiles(root).entrySet()) {
            key.add(file.getKey()).add(digests.sha256(file.getValue()));
        }
    }

    /** By name within the root; links are followed as the engine follows them, loops are left. */
    private static Map<String, Path> classFiles(Path root) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        var name = root.relativize(file).toString();
                        if (name.endsWith(".class") && attributes.isRegularFile()) {
                            files.put(name, file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (e instanceof java.nio.file.FileSystemLoopException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
        return files;
    }
}
