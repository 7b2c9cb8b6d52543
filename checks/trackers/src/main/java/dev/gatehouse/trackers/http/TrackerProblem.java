package dev.gatehouse.trackers.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a tracker did not do what it was asked for. The message is one sentence for people, without any secret. */
public final class TrackerProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final @Nullable Instant retryAt;
    private final transient Map<String, String> fields;

    /**
     * @param status of HTTP; 0 when there was no answer
     * @param retryAt the tracker's own word on when to try again
     */
    public TrackerProblem(
            Kind kind, String sentence, int status, @Nullable Instant retryAt, @Nullable Throwable cause) {
        this(kind, sentence, status, retryAt, Map.of(), cause);
    }

    /**
     * @param fields what is wrong, by field
     */
    public TrackerProblem(
            Kind kind,
            String sentence,
            int status,
            @Nullable Instant retryAt,
            Map<String, String> fields,
            @Nullable Throwable cause) {
        super(sentence, cause);
        this.fields = Map.copyOf(fields);
        this.kind = kind;
        this.status = status;
        this.retryAt = retryAt;
    }

    public TrackerProblem(Kind kind, String sentence) {
        this(kind, sentence, 0, null, null);
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /** What is wrong, by field, where the tracker said so. */
    public Map<String, String> fields() {
        return fields;
    }

    /** The sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What went wrong, and by that what helps. */
    public enum Kind {
        /** No connection, or it broke before an answer; the work may have been done. */
        UNREACHABLE(true, false),
        /** No whole answer in time; the work may have been done. */
        TIMED_OUT(true, false),
        /** A status from 500 on; the work may have been done. */
        SERVER_FAULT(true, false),
        /** Our own breaker is open; nothing was sent. */
        BREAKER_OPEN(true, false),
        /** The whole tracker asks us to slow down. */
        THROTTLED(true, false),
        /** Only what this request was about is written to too often. */
        THROTTLED_HERE(false, false),
        /** 401, or a log-in page in place of an answer. */
        UNAUTHORIZED(true, true),
        /** 403. */
        FORBIDDEN(false, true),
        /** 404. */
        NOT_FOUND(false, true),
        /** Any other status from 400 on: the request itself is not what the tracker takes. */
        REFUSED(false, true),
        /** What answered is not the tracker's API: a proxy's page, another program, JSON that is none. */
        NOT_THE_API(true, true);

        private final boolean whole;
        private final boolean person;

        Kind(boolean whole, boolean person) {
            this.whole = whole;
            this.person = person;
        }

        /** Whether any other request to this tracker would now fare the same. */
        public boolean isAboutTheWholeTracker() {
            return whole;
        }

        /** Whether waiting alone will not help. */
        public boolean needsAPerson() {
            return person;
        }
    }
}
