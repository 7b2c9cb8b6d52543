package dev.gatehouse.server.http;

import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;

/** A part of the name space of a server that answers at once, from memory. Safe for use by several threads. */
public interface Site {

    /** Whether this site, and no other, answers for a target (path and query, as sent). */
    boolean owns(String target);

    /** The answer; never throws and never blocks. */
    Answer answer(Asked asked);
}
