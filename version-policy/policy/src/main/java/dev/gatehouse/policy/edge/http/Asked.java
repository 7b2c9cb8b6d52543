package dev.gatehouse.policy.edge.http;

import org.jspecify.annotations.Nullable;

/** A request as far as an answer depends on it: there is no way to ask who sent it. */
public interface Asked {

    /** The method, as sent: {@code GET}. */
    String method();

    /** Path and query as sent, still percent-encoded; nothing about it has been checked. */
    String target();

    /** The first field of that name, in any case. */
    @Nullable
    String header(String name);
}
