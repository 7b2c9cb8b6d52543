/**
 * A client version policy as the edge reads it, and which of the five statuses a version has. Knows no HTTP.
 */
@NullMarked
package dev.gatehouse.policy.edge.document;

import org.jspecify.annotations.NullMarked;
