/**
 * What apps ask about their version, and what they are answered: the edge's part that needs no server, so that the edge and
 * the Jenkins plugin answer with the same bytes. Knows no network, no source of documents and no key.
 */
@NullMarked
package dev.gatehouse.policy.edge;

import org.jspecify.annotations.NullMarked;
