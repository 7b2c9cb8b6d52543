/**
 * Where documents come from: a folder, another edge, the ledger. Each only offers; the store decides.
 */
@NullMarked
package dev.gatehouse.server.edge.source;

import org.jspecify.annotations.NullMarked;
