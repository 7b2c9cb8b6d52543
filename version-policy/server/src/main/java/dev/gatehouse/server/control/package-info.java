/**
 * The place of the control plane: web page, API, accounts. It mounts the edge by giving its listener the site
 * that {@code edge} makes, with the ledger as source.
 */
@NullMarked
package dev.gatehouse.server.control;

import org.jspecify.annotations.NullMarked;
