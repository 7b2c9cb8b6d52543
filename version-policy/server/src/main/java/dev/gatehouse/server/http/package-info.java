/**
 * What every HTTP server of Gatehouse needs: the parts that answer, and the listener with its limits and TLS. Knows no
 * document and no decision.
 */
@NullMarked
package dev.gatehouse.server.http;

import org.jspecify.annotations.NullMarked;
