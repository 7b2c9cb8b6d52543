/**
 * Requests and answers as values: answers as prepared bytes, problem details, content negotiation. Knows no network, no
 * document and no decision.
 */
@NullMarked
package dev.gatehouse.policy.edge.http;

import org.jspecify.annotations.NullMarked;
