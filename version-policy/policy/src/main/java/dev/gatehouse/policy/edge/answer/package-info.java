/**
 * What is said about one document, prepared as bytes when the document comes in. Knows no source and no network.
 */
@NullMarked
package dev.gatehouse.policy.edge.answer;

import org.jspecify.annotations.NullMarked;
