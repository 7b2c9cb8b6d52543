/**
 * The short way from Netty's decoder to the socket for sites that answer from memory. Knows Netty, not Vert.x.
 */
@NullMarked
package dev.gatehouse.server.http.fast;

import org.jspecify.annotations.NullMarked;
