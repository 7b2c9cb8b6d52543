/**
 * Walks directories that nobody vouches for, and makes file names fit to be shown. Used by discovery; knows nothing of
 * projects.
 */
@NullMarked
package dev.gatehouse.scanners.project.files;

import org.jspecify.annotations.NullMarked;
