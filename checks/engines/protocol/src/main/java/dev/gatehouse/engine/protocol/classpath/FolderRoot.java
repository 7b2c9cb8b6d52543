package dev.gatehouse.engine.protocol.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of classes: what a module beside was compiled to. Links are followed. */
record FolderRoot(Path folder) implements ClassRoot {

    @Override
    public boolean hasPackage(String name) {
        return true;
    }

    @Override
    public Optional<byte[]> read(String resource) throws IOException {
        if (!has(resource)) {
            return Optional.empty();
        }
        var file = folder.resolve(resource);
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("%s is larger than any class file".formatted(file));
        }
        return Optional.of(ClassRoot.limited(Files.readAllBytes(file), file.toString()));
    }

    /** Names come from class files and must not lead out of the folder. */
    boolean has(String resource) {
        try {
            var file = folder.resolve(resource).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            // no file can have this name
            return false;
        }
    }
}
