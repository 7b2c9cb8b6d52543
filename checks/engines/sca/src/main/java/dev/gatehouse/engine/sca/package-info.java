/**
 * The SCA engine: OWASP Dependency-Check in a process of its own, offline. Called over {@link
 * dev.gatehouse.engine.protocol.EngineLoop} only; knows neither findings nor where databases are kept.
 */
@NullMarked
package dev.gatehouse.engine.sca;

import org.jspecify.annotations.NullMarked;
