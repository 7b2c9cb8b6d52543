/**
 * Copies of everything that a server keeps, made while it runs and proven whole before they are put back. Knows stores, not
 * commands.
 */
@NullMarked
package dev.gatehouse.server.control.backup;

import org.jspecify.annotations.NullMarked;
