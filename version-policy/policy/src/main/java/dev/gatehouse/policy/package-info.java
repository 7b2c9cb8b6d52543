/**
 * When and what may be released. Every rule is a plain function of values and the ledger; nothing here opens a
 * connection, runs a scanner or knows the command line.
 */
@NullMarked
package dev.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
