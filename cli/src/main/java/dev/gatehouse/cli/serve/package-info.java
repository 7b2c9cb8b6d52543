/** {@code gatehouse serve}: control plane and edge in one process. Loads the server's libraries, as {@code edge} does. */
@NullMarked
package dev.gatehouse.cli.serve;

import org.jspecify.annotations.NullMarked;
