/** Holds a scan of the samples to what their authors say must and must not be found. */
@NullMarked
package dev.gatehouse.cli.samples;

import org.jspecify.annotations.NullMarked;
