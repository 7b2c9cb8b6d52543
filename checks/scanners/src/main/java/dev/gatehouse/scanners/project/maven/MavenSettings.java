package dev.gatehouse.scanners.project.maven;

import java.nio.file.Path;

/**
 * How Maven projects are resolved.
 *
 * @param localRepository usually {@code ~/.m2/repository}; looked at first
 * @param offline when true nothing is fetched and what the local repository lacks becomes a problem
 */
public record MavenSettings(Path localRepository, boolean offline) {}
