/** {@code gatehouse baseline}: keeps what a build found, so that the next builds can tell what is new. */
@NullMarked
package dev.gatehouse.cli.baseline;

import org.jspecify.annotations.NullMarked;
