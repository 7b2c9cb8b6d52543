package dev.gatehouse.trackers.outbox;

/**
 * Told of every step of a handler between which a process may be killed. Does nothing but in tests, which kill there.
 */
@FunctionalInterface
public interface CrashPoints {
    CrashPoints NONE = step -> {};

    /** The step of that name is done and durable, or its request has been answered. */
    void after(String step);
}
