package dev.gatehouse.policy.edge;

import dev.gatehouse.policy.edge.answer.PreparedDocument;
import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.version.ClientVersion;

/** A document that is served, and the one place that hears who asks about it. */
public interface Served {
    PreparedDocument prepared();

    /** An app said which version it is; not called for a version that cannot be read. */
    default void asked(ClientVersion version, Status status, Page page) {}

    /** What was asked for. */
    enum Page {
        POLICY,
        CHECK
    }
}
