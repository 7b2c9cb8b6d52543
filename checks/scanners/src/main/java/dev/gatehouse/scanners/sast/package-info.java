/**
 * SAST: has the engine look at each module whose result is not kept yet, and adds the source around each place. Called
 * by the command; knows the engine only through its requests and answers.
 */
@NullMarked
package dev.gatehouse.scanners.sast;

import org.jspecify.annotations.NullMarked;
