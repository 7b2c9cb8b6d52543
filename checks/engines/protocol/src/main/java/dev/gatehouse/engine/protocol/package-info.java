/**
 * What a scan and its engine processes say to each other: one JSON object a line, requests on the engine's standard
 * input, events on its standard output. Holds no engine and starts no process. An engine whose standard input ends
 * (its parent is gone) ends itself at once.
 */
@NullMarked
package dev.gatehouse.engine.protocol;

import org.jspecify.annotations.NullMarked;
