package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import java.nio.file.Path;

/**
 * Where discovery looks and what it may do.
 *
 * @param maven how Maven is set up here
 * @param gradleHome usually {@code ~/.gradle}
 * @param work folder of this scan alone; what is unpacked goes there and stays until the caller removes it
 * @param resolutions keeps what Maven Resolver worked out
 */
public record DiscoverySettings(
        MavenSettings maven, Path gradleHome, Path work, ArchiveLimits limits, ResolutionCache resolutions) {

    /** The local Maven repository. */
    Path mavenRepository() {
        return maven.localRepository();
    }
}
