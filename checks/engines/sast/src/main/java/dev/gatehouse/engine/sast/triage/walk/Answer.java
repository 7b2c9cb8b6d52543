package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Value;
import org.jspecify.annotations.Nullable;

/** What a call gives back, from somebody who knows what it does; the value is null for a call without a result. */
record Answer(@Nullable Value value) {
    static final Answer NOTHING = new Answer(null);

    static Answer of(Value value) {
        return new Answer(value);
    }

    static Answer of(int constant) {
        return new Answer(Value.constant(constant));
    }
}
