/**
 * Where the server keeps what is no decision and must be forgotten one day: accounts, sessions, scan reports. Knows
 * bytes and versions only.
 */
@NullMarked
package dev.gatehouse.server.control.vault;

import org.jspecify.annotations.NullMarked;
