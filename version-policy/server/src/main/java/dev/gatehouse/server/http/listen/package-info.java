/**
 * A listener: Vert.x with limits on sizes, times and connections, TLS that is reloaded, and a graceful end.
 */
@NullMarked
package dev.gatehouse.server.http.listen;

import org.jspecify.annotations.NullMarked;
