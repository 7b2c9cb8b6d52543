/**
 * HTTP servers of Gatehouse. The edge lives in {@code edge}, what any server needs of HTTP in {@code http}; the control
 * plane (web page, API, accounts) has its place in {@code control}. Nothing here decides by itself: policy does.
 */
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;
