/**
 * What is known of values and of the objects that a program makes, at one place of it. Knows no instruction and no
 * library.
 */
@NullMarked
package dev.gatehouse.engine.sast.triage.value;

import org.jspecify.annotations.NullMarked;
