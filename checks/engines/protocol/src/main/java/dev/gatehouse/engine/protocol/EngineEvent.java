package dev.gatehouse.engine.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

/** What an engine tells its parent about one request. Every request ends with exactly one answer or failure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EngineEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = EngineEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = EngineEvent.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = EngineEvent.Failure.class, name = "failure")
})
public sealed interface EngineEvent {

    /** The engine is up and reads requests. */
    record Started(String engine, String version) implements EngineEvent {}

    /**
     * How far a request is.
     *
     * @param doing what is being done, for people
     * @param done units of work finished
     * @param total units of work in all; 0 when not known yet
     */
    record Progress(String request, String doing, long done, long total) implements EngineEvent {}

    /** The result; its shape is the matter of the engine and its scanner. */
    record Answer(String request, JsonNode result) implements EngineEvent {}

    /**
     * The request could not be carried out; the engine may go on with others.
     *
     * @param sentence what went wrong
     * @param detail stack trace, for the log
     */
    record Failure(String request, String sentence, String detail) implements EngineEvent {}
}
