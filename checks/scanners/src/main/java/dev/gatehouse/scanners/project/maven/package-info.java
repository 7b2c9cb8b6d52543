/**
 * Reads a Maven build without running it: its modules, their class directories, and their class paths by Maven
 * Resolver, the local repository first. Used by discovery alone; knows nothing of scanners.
 */
@NullMarked
package dev.gatehouse.scanners.project.maven;

import org.jspecify.annotations.NullMarked;
