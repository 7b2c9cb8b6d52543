/**
 * Reading YAML settings so that a mistake is told with file, line, column, and what would be right. Called by whoever
 * reads a part of {@code .gatehouse.yml}; knows none of those parts.
 */
@NullMarked
package dev.gatehouse.findings.config;

import org.jspecify.annotations.NullMarked;
