/**
 * What is scanned: finds modules, classes, class paths and libraries in a directory or archive, and says what it took
 * and what it could not read. Knows no scanner.
 */
@NullMarked
package dev.gatehouse.scanners.project;

import org.jspecify.annotations.NullMarked;
