/**
 * What every HTTP server of Gatehouse needs: answers as prepared bytes, problem details, content negotiation, the
 * listener with its limits and TLS. Knows no document and no decision.
 */
@NullMarked
package dev.gatehouse.server.http;

import org.jspecify.annotations.NullMarked;
