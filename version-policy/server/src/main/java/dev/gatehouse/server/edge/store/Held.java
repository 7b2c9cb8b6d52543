package dev.gatehouse.server.edge.store;

import dev.gatehouse.server.edge.answer.DecisionHeads;
import dev.gatehouse.server.edge.answer.Decisions;
import dev.gatehouse.server.edge.answer.EnvelopeAnswers;
import dev.gatehouse.server.edge.count.Tally;
import dev.gatehouse.server.edge.document.PolicyDocument;
import java.time.Instant;

/** One document in memory with all that is said about it. */
public final class Held {
    private final PolicyDocument document;
    private final EnvelopeAnswers envelope;
    private final Tally tally;
    private final DecisionHeads heads;
    /** Replaced when a date passes; two threads may both make the new one, which is the same. */
    private volatile Decisions decisions;

    Held(PolicyDocument document, EnvelopeAnswers envelope, Tally tally, DecisionHeads heads, Instant now) {
        this.document = document;
        this.envelope = envelope;
        this.tally = tally;
        this.heads = heads;
        this.decisions = new Decisions(document, now, heads);
    }

    public PolicyDocument document() {
        return document;
    }

    public EnvelopeAnswers envelope() {
        return envelope;
    }

    public Tally tally() {
        return tally;
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
