/**
 * Releases from a Pipeline: {@code releaseGate} proposes a candidate and waits for people, {@code publishClientVersion}
 * records that a version is out. What is allowed is decided by {@code policy}; here is how Jenkins asks.
 */
@NullMarked
package dev.gatehouse.jenkins.release;

import org.jspecify.annotations.NullMarked;
