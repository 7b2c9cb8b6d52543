package dev.gatehouse.scanners.vulndb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where databases are kept: each in {@code databases/DIGEST}, complete and never changed; {@code current} names the one
 * to use. What is being made lies in {@code staging} and becomes visible by one rename.
 */
record DatabaseFolders(Path root) {

    Path database(String digest) {
        return root.resolve("databases").resolve(digest);
    }

    Path staging() {
        return root.resolve("staging");
    }

    Path leases(String digest) {
        return root.resolve("leases").resolve(digest);
    }

    Path downloads() {
        return root.resolve("downloads");
    }

    /** The database that {@code current} names; none when only the embedded data is to be used. */
    Optional<String> current() throws IOException {
        try {
            var digest = Files.readString(root.resolve("current")).strip();
            return digest.matches("[0-9a-f]{64}") ? Optional.of(digest) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Has every scan from now on use the database; those that run go on with theirs. */
    void makeCurrent(String digest) throws IOException {
        var next = Files.createTempFile(Files.createDirectories(staging()), "current", "");
        Files.writeString(next, digest + "\n");
        Files.move(next, root.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Digests of all complete databases. */
    List<String> all() throws IOException {
        var databases = root.resolve("databases");
        if (!Files.isDirectory(databases)) {
            return List.of();
        }
        try (var list = Files.list(databases)) {
            return list.filter(directory -> Files.exists(directory.resolve(DatabaseInfo.FILE)))
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    boolean has(String digest) {
        return Files.exists(database(digest).resolve(DatabaseInfo.FILE));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
