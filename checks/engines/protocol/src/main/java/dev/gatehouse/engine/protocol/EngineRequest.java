package dev.gatehouse.engine.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A piece of work for an engine.
 *
 * @param id unique within the engine process
 * @param kind such as {@code analyse}
 * @param body its shape is the matter of the engine and its scanner
 */
public record EngineRequest(String id, String kind, JsonNode body) {}
