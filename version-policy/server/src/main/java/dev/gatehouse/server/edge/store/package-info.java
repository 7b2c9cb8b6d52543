/**
 * The documents in memory, and the one gate through which they come in: signature, type, place, counter, expiry.
 */
@NullMarked
package dev.gatehouse.server.edge.store;

import org.jspecify.annotations.NullMarked;
