package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.walk.ProgramFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a compiler has left in a folder, without the classes of libraries. */
record FolderFiles(Path folder) implements ProgramFiles {
    private static final List<String> LIBRARIES =
            List.of("javax/", "org/owasp/", "org/yaml/", "com/fasterxml/", "org/springframework/");

    @Override
    public Collection<String> names() {
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> bytes(String internalName) {
        return LIBRARIES.stream().anyMatch(internalName::startsWith)
                ? Optional.empty()
                : resource(internalName + ".class");
    }

    @Override
    public Optional<byte[]> resource(String path) {
        var file = folder.resolve(path);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
