package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.document.PolicyDocument;
import java.time.Instant;

/** One document in memory with all that is said about it. Safe for use by several threads. */
public final class PreparedDocument {
    private final PolicyDocument document;
    private final EnvelopeAnswers envelope;
    private final DecisionHeads heads;
    /** Replaced when a date passes; two threads may both make the new one, which is the same. */
    private volatile Decisions decisions;

    public PreparedDocument(PolicyDocument document, EnvelopeAnswers envelope, DecisionHeads heads, Instant now) {
        this.document = document;
        this.envelope = envelope;
        this.heads = heads;
        this.decisions = new Decisions(document, now, heads);
    }

    public PolicyDocument document() {
        return document;
    }

    public EnvelopeAnswers envelope() {
        return envelope;
    }

    /** The decisions that hold at {@code millis} of the epoch. */
    public Decisions decisions(long millis) {
        var ready = decisions;
        if (millis < ready.until()) {
            return ready;
        }
        var next = new Decisions(document, Instant.ofEpochMilli(millis), heads);
        decisions = next;
        return next;
    }
}
