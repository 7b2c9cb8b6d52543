package dev.gatehouse.scanners.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** Where the classes of a project and its libraries are; of two with one name the first counts. Closes what it opened. */
final class ClassPlaces implements AutoCloseable {
    private static final String SUFFIX = ".class";
    private static final String SERVICES = "META-INF/services/";
    private static final int MAX_BYTES = 16 << 20;

    private final Map<String, Path> places = new HashMap<>();
    private final Map<Path, ZipFile> open = new LinkedHashMap<>();
    private final Map<Path, Set<String>> byPlace = new HashMap<>();
    /** Classes that a file in {@code META-INF} names, by the service that they are for; by nothing where it is for any. */
    private final Map<String, List<String>> providers = new HashMap<>();

    void add(Path place) throws IOException {
        if (byPlace.containsKey(place)) {
            return;
        }
        byPlace.put(place, new TreeSet<>());
        if (Files.isDirectory(place)) {
            addFolder(place);
        } else {
            addArchive(place);
        }
    }

    private void addFolder(Path folder) throws IOException {
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        var name = folder.relativize(file).toString().replace('\\', '/');
                        add(folder, name);
                        if (isListing(name)) {
                            providers(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (e instanceof FileSystemLoopException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the others
    private void addArchive(Path archive) throws IOException {
        var zip = new ZipFile(archive.toFile());
        open.put(archive, zip);
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            add(archive, entry.getName());
            if (isListing(entry.getName()) && entry.getSize() < MAX_BYTES) {
                try (var in = zip.getInputStream(entry)) {
                    providers(entry.getName(), new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private void add(Path place, String file) {
        if (file.endsWith(SUFFIX) && !file.startsWith("META-INF/")) {
            var name = file.substring(0, file.length() - SUFFIX.length());
            if (places.putIfAbsent(name, place) == null) {
                byPlace.computeIfAbsent(place, key -> new TreeSet<>()).add(name);
            }
        }
    }

    private static boolean isListing(String file) {
        return file.startsWith(SERVICES)
                || file.equals("META-INF/spring.factories")
                || (file.startsWith("META-INF/spring/") && file.endsWith(".imports"));
    }

    /** Every word that may name a class: provider files (java.util.ServiceLoader) and Spring's lists. */
    private void providers(String file, String content) {
        var service =
                file.startsWith(SERVICES) ? file.substring(SERVICES.length()).replace('.', '/') : "";
        content.lines()
                .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                .flatMap(line -> List.of(line.split("[\\s,=\\\\]+")).stream())
                .filter(word -> word.indexOf('.') > 0)
                .forEach(word -> providers
                        .computeIfAbsent(service, key -> new ArrayList<>())
                        .add(word.replace('.', '/')));
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    Collection<String> in(Path place) {
        return byPlace.getOrDefault(place, Set.of());
    }

    Map<String, List<String>> providers() {
        return providers;
    }

    Optional<byte[]> bytes(String name) throws IOException {
        var place = places.get(name);
        if (place == null) {
            return Optional.empty();
        }
        var zip = open.get(place);
        if (zip == null) {
            var file = place.resolve(name + SUFFIX);
            return Files.size(file) > MAX_BYTES ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        }
        var entry = zip.getEntry(name + SUFFIX);
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return Optional.of(in.readNBytes(MAX_BYTES));
        }
    }

    @Override
    public void close() throws IOException {
        for (var zip : open.values()) {
            zip.close();
        }
    }
}
