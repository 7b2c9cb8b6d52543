package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.http.AcceptEncoding;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.EntityTag;
import dev.gatehouse.policy.edge.http.Head;
import dev.gatehouse.policy.json.Sha256;
import org.jspecify.annotations.Nullable;

/** The signed document itself: as it came in, as gzip, and the 304 of each. */
public final class EnvelopeAnswers {
    private static final int TAG_LENGTH = 32;

    private final String tag;
    private final Answer plain;
    private final Answer plainUnchanged;
    private final @Nullable Zipped zipped;

    private record Zipped(String tag, Answer whole, Answer unchanged) {}

    public EnvelopeAnswers(byte[] envelope, CacheTimes times) {
        var digest = Sha256.of(envelope).substring(0, TAG_LENGTH);
        var gzip = Gzip.of(envelope);
        boolean varies = gzip.isPresent();
        tag = '"' + digest + '"';
        var head = about(Head.of(200), tag, times, varies).with("content-type", "application/vnd.dsse+json");
        plain = Answer.of(head.with("x-content-type-options", "nosniff"), envelope);
        plainUnchanged = Answer.empty(about(Head.of(304), tag, times, varies));
        zipped = gzip.map(bytes -> zipped(digest, bytes, times)).orElse(null);
    }

    /** A weak point of a strong tag: every coding needs its own (RFC 9110 §8.8.3.3). */
    private static Zipped zipped(String digest, byte[] bytes, CacheTimes times) {
        var tag = '"' + digest + "-gz\"";
        var head = about(Head.of(200), tag, times, true)
                .with("content-type", "application/vnd.dsse+json")
                .with("x-content-type-options", "nosniff")
                .with("content-encoding", "gzip");
        return new Zipped(tag, Answer.of(head, bytes), Answer.empty(about(Head.of(304), tag, times, true)));
    }

    private static Head about(Head head, String tag, CacheTimes times, boolean varies) {
        var tagged = head.with("etag", tag).with("cache-control", times.header());
        return varies ? tagged.with("vary", "accept-encoding") : tagged;
    }

    /** Strong tag of the document as it came in. */
    public String tag() {
        return tag;
    }

    /** A client that has either coding and names its tag is told so, whichever coding it would take now. */
    public Answer answer(@Nullable String ifNoneMatch, @Nullable String acceptEncoding) {
        if (ifNoneMatch != null) {
            if (EntityTag.matches(ifNoneMatch, tag)) {
                return plainUnchanged;
            }
            if (zipped != null && EntityTag.matches(ifNoneMatch, zipped.tag())) {
                return zipped.unchanged();
            }
        }
        return zipped != null && AcceptEncoding.takesGzip(acceptEncoding) ? zipped.whole() : plain;
    }
}
