package dev.gatehouse.engine.sast;

/** The engine itself is not in order; nothing that it says can be believed. */
final class EngineFault extends Exception {
    private static final long serialVersionUID = 1L;

    EngineFault(String sentence) {
        super(sentence);
    }

    EngineFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
