package dev.gatehouse.server.control.web;

/** What answers the requests of one route; may block, and may throw what {@link Mistakes} knows. */
@FunctionalInterface
public interface Page {
    Reply answer(Request request);
}
