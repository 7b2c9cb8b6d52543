package dev.gatehouse.server.edge.store;

import dev.gatehouse.policy.edge.Served;
import dev.gatehouse.policy.edge.answer.Decisions;
import dev.gatehouse.policy.edge.answer.EnvelopeAnswers;
import dev.gatehouse.policy.edge.answer.PreparedDocument;
import dev.gatehouse.policy.edge.document.PolicyDocument;
import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.edge.count.Tally;
import dev.gatehouse.server.edge.count.Via;

/** One document in memory with all that is said about it, and who asked. */
public final class Held implements Served {
    private final PreparedDocument prepared;
    private final Tally tally;

    Held(PreparedDocument prepared, Tally tally) {
        this.prepared = prepared;
        this.tally = tally;
    }

    @Override
    public PreparedDocument prepared() {
        return prepared;
    }

    @Override
    public void asked(ClientVersion version, Status status, Page page) {
        tally.count(version, status, page == Page.CHECK ? Via.CHECK : Via.POLICY);
    }

    public PolicyDocument document() {
        return prepared.document();
    }

    public EnvelopeAnswers envelope() {
        return prepared.envelope();
    }

    public Tally tally() {
        return tally;
    }

    /** The decisions that hold at {@code millis} of the epoch. */
    public Decisions decisions(long millis) {
        return prepared.decisions(millis);
    }
}
