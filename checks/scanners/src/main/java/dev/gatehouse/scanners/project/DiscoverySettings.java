package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import java.nio.file.Path;

/**
 * Where discovery looks and what it may do.
 *
 * @param mavenRepository the local Maven repository, usually {@code ~/.m2/repository}
 * @param gradleHome usually {@code ~/.gradle}
 * @param offline when true nothing is fetched
 * @param work folder of this scan alone; what is unpacked goes there and stays until the caller removes it
 * @param resolutions keeps what Maven Resolver worked out
 */
public record DiscoverySettings(
        Path mavenRepository,
        Path gradleHome,
        boolean offline,
        Path work,
        ArchiveLimits limits,
        ResolutionCache resolutions) {}
