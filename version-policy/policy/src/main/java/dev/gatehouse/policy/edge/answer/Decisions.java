package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.document.PolicyDocument;
import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Json;
import dev.gatehouse.policy.support.MinimumStep;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said about versions by one document, true from the time it was made until {@link #until}: then an announced
 * minimum begins or the document expires, and it has to be made again.
 */
public final class Decisions {
    private static final byte[] END = Json.utf8("}");
    private static final String NO_MESSAGE = "This version may no longer be used: please update.";

    private final PolicyDocument document;
    private final Instant made;
    private final long until;
    private final DecisionHeads heads;
    private final byte[] facts;
    private final Messages<Told> messages;
    private final RefusalHead refusal;

    /** @param tail the end of an answer in that language; {@code detail} the same for a refusal */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Told(String language, byte[] tail, byte[] detail) {}

    public Decisions(PolicyDocument document, Instant now, DecisionHeads heads) {
        this.document = document;
        this.made = now;
        this.heads = heads;
        this.until = Stream.concat(
                        document.nextMinimum(now).map(MinimumStep::at).stream(),
                        Stream.of(document.expires()).filter(at -> at.isAfter(now)))
                .min(Instant::compareTo)
                .map(Instant::toEpochMilli)
                .orElse(Long.MAX_VALUE);
        this.facts = Json.utf8(Facts.of(document, now));
        var told = new HashMap<String, Told>();
        document.messages().forEach((tag, message) -> told.put(tag, told(tag, message)));
        this.messages = new Messages<>(told);
        this.refusal = heads.refusal(document, now);
    }

    /** Milliseconds of the epoch from which on these decisions must not be used. */
    public long until() {
        return until;
    }

    public Status status(ClientVersion version) {
        return document.status(version, made);
    }

    /** Whether the document had expired already when these decisions were made. */
    public boolean isStale() {
        return !document.expires().isAfter(made);
    }

    /** The answer to a check: status first, then the facts, then the message. */
    public Answer check(Status status, @Nullable String acceptLanguage) {
        var told = messages.find(acceptLanguage);
        return Answer.of(
                heads.check(told.map(Told::language)),
                heads.checkBegin(status),
                facts,
                told.map(Told::tail).orElse(END));
    }

    /** The refusal of a version that may not run. */
    public Answer refuse(Status status, @Nullable String acceptLanguage) {
        var told = messages.find(acceptLanguage);
        return Answer.of(
                refusal.in(told.map(Told::language)),
                heads.refusalBegin(status),
                facts,
                told.map(Told::detail).orElseGet(() -> detail(NO_MESSAGE)));
    }

    private static Told told(String tag, String message) {
        return new Told(tag, Json.utf8(",\"message\":" + Json.quoted(message) + "}"), detail(message));
    }

    private static byte[] detail(String message) {
        return Json.utf8("},\"detail\":" + Json.quoted(message) + "}");
    }
}
