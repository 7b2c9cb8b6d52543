package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.document.PolicyDocument;
import dev.gatehouse.policy.edge.http.Json;
import java.time.Instant;
import java.util.StringJoiner;

/** What every answer about a document says, as members of a JSON object without the braces. */
final class Facts {
    private Facts() {}

    static String of(PolicyDocument document, Instant now) {
        var members = new StringJoiner(",");
        member(members, "app", document.track().app());
        member(members, "platform", document.track().platform());
        member(members, "channel", document.track().channel());
        document.minimum(now).ifPresent(version -> member(members, "minimum", version.toString()));
        document.recommended().ifPresent(version -> member(members, "recommended", version.toString()));
        document.latest().ifPresent(version -> member(members, "latest", version.toString()));
        document.nextMinimum(now)
                .ifPresent(step -> members.add("\"nextMinimum\":{\"version\":%s,\"at\":%s}"
                        .formatted(
                                Json.quoted(step.version().toString()),
                                Json.quoted(step.at().toString()))));
        document.store().ifPresent(store -> member(members, "store", store));
        if (!document.expires().isAfter(now)) {
            members.add("\"stale\":true");
        }
        return members.toString();
    }

    private static void member(StringJoiner members, String name, String value) {
        members.add(Json.quoted(name) + ':' + Json.quoted(value));
    }
}
