package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.edge.http.Problem;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.edge.store.Held;

/** What became of a gateway's question. */
sealed interface Question {

    /** The version is known to be allowed or not. */
    record Decided(Held held, ClientVersion version, Status status) implements Question {}

    /** There is nothing to decide by; {@code problem} is what the client is told if that means no. */
    record Open(Problem problem) implements Question {}
}
