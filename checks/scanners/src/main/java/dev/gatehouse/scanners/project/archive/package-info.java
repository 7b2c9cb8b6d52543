/**
 * Reads ZIP archives that nobody vouches for, within limits, without unpacking by name. Used by discovery; knows
 * nothing of projects.
 */
@NullMarked
package dev.gatehouse.scanners.project.archive;

import org.jspecify.annotations.NullMarked;
