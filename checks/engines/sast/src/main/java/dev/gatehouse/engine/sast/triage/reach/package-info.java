/**
 * Who calls whom in a module: how a method is reached from where the program is entered, and which methods nothing
 * calls. Knows no finding.
 */
@NullMarked
package dev.gatehouse.engine.sast.triage.reach;

import org.jspecify.annotations.NullMarked;
