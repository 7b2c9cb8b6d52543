/** {@code gatehouse fleet}: asks the deployed regions which server version they run. */
@NullMarked
package dev.gatehouse.cli.fleet;

import org.jspecify.annotations.NullMarked;
