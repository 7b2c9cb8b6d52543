package dev.gatehouse.policy.edge.http;

/**
 * What went wrong with a request, as RFC 9457 problem details.
 *
 * @param name the last part of the problem's type; clients may rely on it
 * @param title the same for every problem of this type
 * @param detail what was wrong with this request and what would be right; echoes nothing that was sent
 */
public record Problem(int status, String name, String title, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A tag URI (RFC 4151): identifies the type, and promises no page behind it. */
    public static String type(String name) {
        return "tag:gatehouse.dev,2026:problem/" + name;
    }

    /** As an answer that caches keep for a few seconds, so that a wrong client does not hit the server each time. */
    public Answer answer() {
        return Answer.of(head().with("cache-control", "public, max-age=5"), body());
    }

    /** As an answer whose fields are added to by the caller. */
    public Answer answer(Head head) {
        return Answer.of(head, body());
    }

    public Head head() {
        return Head.of(status).with("content-type", MEDIA_TYPE).with("x-content-type-options", "nosniff");
    }

    private byte[] body() {
        return Json.utf8("{\"type\":%s,\"title\":%s,\"status\":%d,\"detail\":%s}"
                .formatted(Json.quoted(type(name)), Json.quoted(title), status, Json.quoted(detail)));
    }
}
