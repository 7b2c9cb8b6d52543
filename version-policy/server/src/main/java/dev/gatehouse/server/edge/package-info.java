/**
 * The edge: answers apps and gateways from documents in memory. Needs no database and no control plane; mounted
 * by {@code gatehouse edge} and by {@code gatehouse serve}.
 */
@NullMarked
package dev.gatehouse.server.edge;

import org.jspecify.annotations.NullMarked;
