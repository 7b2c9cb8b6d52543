/**
 * What the SCA scanner and its engine say to each other inside requests and answers. Plain values; knows neither
 * Dependency-Check nor where databases are kept.
 */
@NullMarked
package dev.gatehouse.engine.protocol.sca;

import org.jspecify.annotations.NullMarked;
