package dev.gatehouse.policy.edge;

import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.Problem;

/** GET, HEAD and the rest (RFC 9110 §9.3.1, §9.3.2). */
public final class Methods {
    private static final Problem METHOD =
            new Problem(405, "method-not-allowed", "Method not allowed", "Ask with GET or HEAD.");

    /** For whoever asks otherwise. */
    public static final Answer NOT_ALLOWED = METHOD.answer(METHOD.head().with("allow", "GET, HEAD"));

    private Methods() {}

    public static boolean reads(Asked asked) {
        return asked.method().equals("GET") || asked.method().equals("HEAD");
    }

    /** The answer as the method wants it: to HEAD without its content. */
    public static Answer fitting(Asked asked, Answer answer) {
        return asked.method().equals("HEAD") ? answer.withoutBody() : answer;
    }
}
