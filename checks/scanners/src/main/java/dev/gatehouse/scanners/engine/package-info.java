/**
 * Starts engine processes, talks to them and ends them, in every case. Knows the protocol, no engine in particular.
 */
@NullMarked
package dev.gatehouse.scanners.engine;

import org.jspecify.annotations.NullMarked;
