package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.document.PolicyDocument;
import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.edge.http.Head;
import dev.gatehouse.policy.edge.http.Json;
import dev.gatehouse.policy.edge.http.Problem;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The pieces of decisions that all documents share. Grows with the languages of the documents, which are signed. */
public final class DecisionHeads {
    private final Head check;
    private final Map<String, Head> checkByLanguage = new ConcurrentHashMap<>();
    private final Map<Status, byte[]> checkBegin = new EnumMap<>(Status.class);
    private final Map<Status, byte[]> refusalBegin = new EnumMap<>(Status.class);
    private final String retryAfter;

    /** @param retryAfter how long a refused client shall not ask again */
    public DecisionHeads(CacheTimes times, Duration retryAfter) {
        this.retryAfter = String.valueOf(retryAfter.toSeconds());
        this.check = Head.of(200)
                .with("content-type", "application/json")
                .with("cache-control", times.header())
                .with("vary", "accept-language")
                .with("x-content-type-options", "nosniff");
        for (var status : Status.values()) {
            checkBegin.put(status, Json.utf8("{\"status\":\"" + status.text() + "\","));
            refusalBegin.put(
                    status,
                    Json.utf8(
                            "{\"type\":%s,\"title\":\"Update required\",\"status\":426,\"upgradeInfo\":{\"status\":\"%s\","
                                    .formatted(Json.quoted(Problem.type(status.text())), status.text())));
        }
    }

    Head check(Optional<String> language) {
        return language.map(tag -> checkByLanguage.computeIfAbsent(tag, it -> check.with("content-language", it)))
                .orElse(check);
    }

    byte[] checkBegin(Status status) {
        return piece(checkBegin, status);
    }

    byte[] refusalBegin(Status status) {
        return piece(refusalBegin, status);
    }

    /**
     * RFC 9110 §15.5.22 wants the field Upgrade in a 426, with what the client shall become; Upgrade-Info says the same
     * to gateways that can pass on fields, but no content (a dictionary of RFC 9651).
     */
    RefusalHead refusal(PolicyDocument document, Instant now) {
        var wanted = document.recommended().or(() -> document.minimum(now)).or(document::latest);
        var head = Head.of(426)
                .with("content-type", Problem.MEDIA_TYPE)
                .with("cache-control", "no-store")
                .with("retry-after", retryAfter)
                .with("upgrade", protocol(document, wanted))
                .with("upgrade-info", info(document, now))
                .with("vary", "accept-language")
                .with("x-content-type-options", "nosniff");
        var byLanguage = new TreeMap<String, Head>();
        document.messages().keySet().forEach(tag -> byLanguage.put(tag, head.with("content-language", tag)));
        return new RefusalHead(head, byLanguage);
    }

    private static String protocol(PolicyDocument document, Optional<ClientVersion> wanted) {
        var name = document.track().app() + "-" + document.track().platform();
        return wanted.map(version -> name + "/" + token(version)).orElse(name);
    }

    private static String info(PolicyDocument document, Instant now) {
        var members = new StringJoiner(", ");
        document.minimum(now).ifPresent(version -> members.add("minimum=\"" + version + '"'));
        document.recommended().ifPresent(version -> members.add("recommended=\"" + version + '"'));
        document.latest().ifPresent(version -> members.add("latest=\"" + version + '"'));
        document.store().ifPresent(store -> members.add("store=\"" + store.replace("\"", "%22") + '"'));
        return members.toString();
    }

    /** Brackets and spaces have no place in a token, and 4.2.0.1187 is the same version as 4.2.0 (1187). */
    private static String token(ClientVersion version) {
        return version.buildNumber().signum() == 0
                ? version.version().toString()
                : version.version().core() + "." + version.buildNumber();
    }

    private static byte[] piece(Map<Status, byte[]> pieces, Status status) {
        var piece = pieces.get(status);
        if (piece == null) {
            throw new IllegalStateException("no text for " + status);
        }
        return piece;
    }
}
