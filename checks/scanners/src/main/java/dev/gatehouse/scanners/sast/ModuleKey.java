package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.Lookups;
import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.engine.protocol.sast.PackedFiles;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.project.files.RelativeName;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The keys that a module's answer is kept under: all that it depends on, and nothing that differs between two checkouts
 * of the same code. The module is the smallest unit for which this is sound: the engine's summaries of methods and
 * fields reach across classes. Of the class path an answer depends on what was looked up in it, which is known only
 * afterwards; so there are three keys (docs/decisions/0040). Each is a SHA-256 in lower-case hexadecimal.
 *
 * <p>What is derived from an answer, and reads nothing else but the module's own classes, may be kept under a digest of
 * {@link #answer} and of what derives it.
 */
final class ModuleKey {
    private static final String FORMAT = "sast-answer 3";

    private final EngineId engine;
    private final FileDigests digests;
    private final Places places;
    private final OwnMethods own;
    private final Project project;
    private final Map<Path, String> contents = new ConcurrentHashMap<>();

    ModuleKey(EngineId engine, FileDigests digests, OwnMethods own, Project project) {
        this.engine = engine;
        this.digests = digests;
        this.own = own;
        this.project = project;
        this.places = new Places(project);
    }

    /**
     * Of the module itself and of the engine: what answers to different class paths share.
     *
     * @throws IOException when something cannot be read; there is no key then
     */
    String own(Project.Module module, SastRequest.Detectors detectors) throws IOException {
        var key = new Sha256()
                .add(FORMAT)
                .add(engine.digest())
                .add(engine.java())
                .add(detectors.name())
                .add(module.name())
                .add(own.toString())
                .add(Boolean.toString(Extended.is(module, project)));
        for (var root : module.classes()) {
            key.add("classes").add(places.relative(root.toString())).add(content(root));
            for (var beside : PackedFiles.places(root)) {
                if (!beside.equals(root) && Files.isDirectory(beside)) {
                    key.add("beside").add(content(beside));
                }
            }
        }
        return key.hex();
    }

    /**
     * Of all that is on the class path, needed or not: quickly made and compared, as nothing is opened.
     *
     * @throws IOException when something cannot be read; there is no key then
     */
    String exact(String own, Project.Module module) throws IOException {
        var key = new Sha256().add("exact").add(own);
        for (var entry : module.classPath()) {
            key.add("class path");
            if (Files.exists(entry)) {
                key.add(content(entry));
            } else {
                key.add("missing").add(places.relative(entry.toString()));
            }
        }
        return key.hex();
    }

    /**
     * Of all that a module's findings are made from: what {@link #exact} covers, and every file of its source roots,
     * whose lines are shown.
     *
     * @throws IOException when something cannot be read; there is no key then
     */
    String withSources(Project.Module module) throws IOException {
        var key = new Sha256().add("sources").add(exact(own(module, SastRequest.Detectors.SECURITY), module));
        for (var root : module.sourceRoots()) {
            key.add("root").add(places.relative(root.toString()));
            if (Files.isDirectory(root)) {
                key.add(digest(files(root, name -> true)));
            }
        }
        return key.hex();
    }

    /** Of what the analysis looked up on the class path: the key of the answer itself. */
    String answer(String own, Lookups lookups) {
        var key = new Sha256().add("answer").add(own);
        lookups.classes().forEach((name, sha256) -> key.add(name).add(sha256));
        lookups.beside().forEach((name, declared) -> key.add(name).add(declared.toString()));
        return key.hex();
    }

    /** Of the list of what analyses of the module looked up so far. */
    String lookups(String own) {
        return new Sha256().add("lookups").add(own).hex();
    }

    /**
     * Digest of a folder's class files and of the resources that the second look reads, or of an archive; each is read
     * once, however many modules name it.
     */
    private String content(Path root) throws IOException {
        var known = contents.get(root);
        if (known != null) {
            return known;
        }
        var content = read(root);
        contents.put(root, content);
        return content;
    }

    private String read(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return digests.sha256(root);
        }
        return digest(files(root, name -> name.endsWith(".class") || PackedFiles.isRead(name)));
    }

    private String digest(Map<String, Path> files) throws IOException {
        var all = new Sha256();
        for (var file : files.entrySet()) {
            all.add(file.getKey()).add(digests.sha256(file.getValue()));
        }
        return all.hex();
    }

    /** By name within the root; links are followed as the engine follows them, loops are left. */
    private static Map<String, Path> files(Path root, Predicate<String> wanted) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        var name = RelativeName.of(root, file);
                        if (attributes.isRegularFile() && wanted.test(name)) {
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
