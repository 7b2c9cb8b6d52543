/** {@code gatehouse edge}. The only commands that load the server's libraries, which stand in a folder of their own. */
@NullMarked
package dev.gatehouse.cli.edge;

import org.jspecify.annotations.NullMarked;
