package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.coordinates.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds jars where Gradle and Maven keep them.
 *
 * @param gradleHome has {@code caches/modules-2/files-2.1/GROUP/ARTIFACT/VERSION/SHA1/FILE}
 */
record GradleRepositories(Path gradleHome, Path mavenRepository) {

    Optional<Path> find(Coordinates coordinates) {
        if (!coordinates.isSafe()) {
            return Optional.empty();
        }
        return inGradleCache(coordinates)
                .or(() -> coordinates.fileIn(mavenRepository).filter(Files::isRegularFile));
    }

    private Optional<Path> inGradleCache(Coordinates coordinates) {
        var version = gradleHome
                .resolve("caches/modules-2/files-2.1")
                .resolve(coordinates.group())
                .resolve(coordinates.artifact())
                .resolve(coordinates.version());
        if (!Files.isDirectory(version)) {
            return Optional.empty();
        }
        var name = "%s-%s.jar".formatted(coordinates.artifact(), coordinates.version());
        try (var digests = Files.list(version)) {
            return digests.sorted()
                    .map(digest -> digest.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException e) {
            // a cache folder that cannot be listed has no file for us; the caller reports the library as missing
            return Optional.empty();
        }
    }
}
