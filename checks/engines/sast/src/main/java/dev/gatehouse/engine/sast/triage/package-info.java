/**
 * The second look at what the detectors reported: which branches constants decide, and whether any value that is not
 * made of constants reaches the place. Clears a finding only on proof; knows byte code and the Java library, no detector.
 */
@NullMarked
package dev.gatehouse.engine.sast.triage;

import org.jspecify.annotations.NullMarked;
