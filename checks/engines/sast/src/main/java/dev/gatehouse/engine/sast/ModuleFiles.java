package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.sast.PackedFiles;
import dev.gatehouse.engine.sast.triage.walk.ProgramFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.zip.ZipFile;

/** A module's classes, and the files that its build has put beside them. */
final class ModuleFiles implements ProgramFiles {
    private static final int MAX_BYTES = 1 << 20;

    private final ClassFiles classes;

    ModuleFiles(ClassFiles classes) {
        this.classes = classes;
    }

    @Override
    public Collection<String> names() {
        return classes.names();
    }

    @Override
    public Optional<byte[]> bytes(String internalName) {
        return classes.bytes(internalName);
    }

    /** None for what is not there, cannot be read, has more than 1 MiB, or is no part of the cache's key. */
    @Override
    public Optional<byte[]> resource(String path) {
        if (!PackedFiles.isRead(path)) {
            return Optional.empty();
        }
        var places = classes.places().stream()
                .flatMap(place -> PackedFiles.places(place).stream())
                .filter(Files::exists)
                .toList();
        for (var place : places) {
            try {
                var found = Files.isDirectory(place) ? inFolder(place, path) : inArchive(place, path);
                if (found.isPresent()) {
                    return found.filter(bytes -> bytes.length < MAX_BYTES);
                }
            } catch (IOException | InvalidPathException e) {
                return Optional.empty(); // what it says is not known then
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> inFolder(Path folder, String path) throws IOException {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(MAX_BYTES));
        }
    }

    private static Optional<byte[]> inArchive(Path archive, String path) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var entry = zip.getEntry(path);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (var in = zip.getInputStream(entry)) {
                return Optional.of(in.readNBytes(MAX_BYTES));
            }
        }
    }
}
