/** What a scan asks the SAST engine and what it hears back. Records only. */
@NullMarked
package dev.gatehouse.engine.protocol.sast;

import org.jspecify.annotations.NullMarked;
