/**
 * Follows values through methods: what constants decide, what is put into objects and taken out again, what methods of
 * the project that are called give back. Knows byte code and {@code library}; knows no detector and no finding.
 */
@NullMarked
package dev.gatehouse.engine.sast.triage.walk;

import org.jspecify.annotations.NullMarked;
