package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The class files of some directories and jars, by internal name such as {@code shop/Cart$Item}; the first one wins. */
final class ClassFiles {
    private static final String SUFFIX = ".class";
    private static final int MAX_BYTES = 32 << 20;

    private final Map<String, Source> sources = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Path, Boolean> roots = new LinkedHashMap<>();
    private boolean soundRoot;

    /** Where a class is: a file, or an entry of an archive. */
    private record Source(Path file, String entry) {
        boolean isIn(Path root) {
            return entry.isEmpty() ? file.startsWith(root) : file.equals(root);
        }

        String place() {
            return entry.isEmpty() ? file.toString() : file + "!/" + entry;
        }
    }

    private ClassFiles() {}

    static ClassFiles in(List<String> roots) {
        var found = new ClassFiles();
        for (var root : roots) {
            found.add(Path.of(root));
        }
        return found;
    }

    private void add(Path root) {
        soundRoot = true;
        try {
            if (Files.isDirectory(root)) {
                addDirectory(root);
            } else {
                addArchive(root);
            }
        } catch (IOException e) {
            problems.add(new Problem(
                    "unreadable-classes",
                    root.toString(),
                    "The compiled classes here cannot be read (%s); they were not looked at.".formatted(e)));
        }
        roots.put(root, soundRoot);
    }

    /**
     * Directories and jars for the engine. From one that holds a file which no class can be named like, over which the
     * engine would give up on the whole module, and from a jar that names others, the classes are copied into a jar.
     *
     * @param work folder of this analysis alone
     */
    List<Path> roots(Path work) throws IOException {
        var usable = new ArrayList<Path>();
        for (var root : roots.entrySet()) {
            usable.add(root.getValue() ? root.getKey() : copied(root.getKey(), work));
        }
        return usable;
    }

    private Path copied(Path root, Path work) throws IOException {
        var copy = Files.createTempFile(work, "classes", ".jar");
        try (var jar = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var name : sources.keySet()) {
                var source = Objects.requireNonNull(sources.get(name));
                if (source.isIn(root)) {
                    jar.putNextEntry(new ZipEntry(name + SUFFIX));
                    jar.write(bytes(name).orElse(new byte[0]));
                    jar.closeEntry();
                }
            }
        }
        return copy;
    }

    private void addDirectory(Path root) throws IOException {
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        var name = root.relativize(file).toString().replace('\\', '/');
                        if (name.endsWith(SUFFIX) && attributes.isRegularFile()) {
                            try (var in = Files.newInputStream(file)) {
                                add(name, new Source(file, ""), in);
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        if (!(e instanceof FileSystemLoopException)) {
                            problems.add(ClassFault.unreadable(file.toString(), e));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void addArchive(Path root) throws IOException {
        try (var zip = new ZipFile(root.toFile())) {
            soundRoot = !ManifestClassPath.isIn(zip);
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(SUFFIX) && !entry.getName().startsWith("META-INF/")) {
                    try (var in = zip.getInputStream(entry)) {
                        add(entry.getName(), new Source(root, entry.getName()), in);
                    } catch (ZipException e) {
                        problems.add(ClassFault.unreadable(root + "!/" + entry.getName(), e));
                    }
                }
            }
        }
    }

    private void add(String name, Source source, InputStream bytes) throws IOException {
        var internalName = name.substring(0, name.length() - SUFFIX.length());
        if (!ClassFault.isName(internalName)) {
            soundRoot = false;
            problems.add(ClassFault.misnamed(source.place()));
            return;
        }
        var fault = ClassFault.of(source.place(), bytes.readNBytes(ClassFault.HEADER));
        fault.ifPresent(problems::add);
        sources.putIfAbsent(internalName, source);
    }

    int count() {
        return sources.size();
    }

    boolean has(String internalName) {
        return sources.containsKey(internalName);
    }

    Collection<String> names() {
        return Collections.unmodifiableSet(sources.keySet());
    }

    /** The directories and archives that were given, in the order of a class path. */
    Collection<Path> places() {
        return Collections.unmodifiableSet(roots.keySet());
    }

    /** Takes note of a class that could not be made sense of. */
    void noteBroken(String internalName, RuntimeException e) {
        var source = sources.get(internalName);
        problems.add(new Problem(
                "corrupt-class",
                source == null ? internalName : source.place(),
                "The byte code of this class could not be read (%s).".formatted(e)));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The bytes of a class, if it is one of these and can be read. */
    Optional<byte[]> bytes(String internalName) {
        var source = sources.get(internalName);
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(source));
        } catch (IOException e) {
            problems.add(ClassFault.unreadable(source.place(), e));
            return Optional.empty();
        }
    }

    private static byte[] read(Source source) throws IOException {
        if (source.entry().isEmpty()) {
            return Files.readAllBytes(source.file());
        }
        try (var zip = new ZipFile(source.file().toFile());
                var in = zip.getInputStream(zip.getEntry(source.entry()))) {
            return in.readNBytes(MAX_BYTES);
        }
    }
}
