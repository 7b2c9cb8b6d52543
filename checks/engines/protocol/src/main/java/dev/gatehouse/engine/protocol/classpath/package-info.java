/**
 * A class path as the SAST engine sees it. The engine looks classes up in it, and the scan asks it later whether the same
 * lookups would still give the same: both must agree, so both use this. Knows class files by name, not what is in them.
 */
@NullMarked
package dev.gatehouse.engine.protocol.classpath;

import org.jspecify.annotations.NullMarked;
