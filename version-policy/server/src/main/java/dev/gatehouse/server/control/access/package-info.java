/**
 * What people may do: roles that are granted for a time and a reason, by somebody else, all of it in the ledger.
 */
@NullMarked
package dev.gatehouse.server.control.access;

import org.jspecify.annotations.NullMarked;
