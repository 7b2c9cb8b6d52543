/**
 * The SAST engine: SpotBugs with FindSecBugs, run in a process of its own by the scan. Knows class files and class
 * paths; knows no project, source file, cache or policy.
 */
@NullMarked
package dev.gatehouse.engine.sast;

import org.jspecify.annotations.NullMarked;
