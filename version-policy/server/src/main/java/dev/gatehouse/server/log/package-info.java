/**
 * Structured log lines for operators. Never given an address, a header or anything else about a client.
 */
@NullMarked
package dev.gatehouse.server.log;

import org.jspecify.annotations.NullMarked;
