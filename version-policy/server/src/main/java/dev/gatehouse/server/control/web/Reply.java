package dev.gatehouse.server.control.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.edge.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One whole reply.
 *
 * @param stream whether the connection stays open for live updates; then there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies
public record Reply(int status, List<Field> fields, byte[] body, boolean stream) {

    /** A header field; a name may stand several times. */
    public record Field(String name, String value) {}

    public Reply {
        fields = List.copyOf(fields);
    }

    public static Reply html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply json(int status, JsonNode json) {
        return of(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, List.of(new Field("content-type", type)), body, false);
    }

    public static Reply problem(int status, String name, String title, String detail) {
        var answer = new Problem(status, name, title, detail).answer();
        return of(status, Problem.MEDIA_TYPE, answer.content());
    }

    /** See Other: a form was taken, and this is where to look. */
    public static Reply seeOther(String path) {
        return new Reply(303, List.of(new Field("location", path)), new byte[0], false);
    }

    public static Reply empty(int status) {
        return new Reply(status, List.of(), new byte[0], false);
    }

    /** The connection stays open, and every change of the ledger is told on it. */
    public static Reply live() {
        return new Reply(200, List.of(new Field("content-type", "text/event-stream")), new byte[0], true);
    }

    public Reply with(String name, String value) {
        return new Reply(
                status,
                Stream.concat(fields.stream(), Stream.of(new Field(name, value)))
                        .toList(),
                body,
                stream);
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
