/**
 * The HTTP API: one operation a name in {@code openapi.json}, which is also what routes requests.
 */
@NullMarked
package dev.gatehouse.server.control.api;

import org.jspecify.annotations.NullMarked;
