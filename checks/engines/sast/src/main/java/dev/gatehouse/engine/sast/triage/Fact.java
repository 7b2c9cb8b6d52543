package dev.gatehouse.engine.sast.triage;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What is known of a value wherever it can be at one place of a method.
 *
 * @param size in slots, as the class file format counts
 * @param origin where its text may come from
 * @param constant an {@link Integer} or {@link String} when it is always that
 * @param site index of the instruction that made the builder or array that this is; -1 when it is none that is followed
 * @param source line on which it was read from a request; 0 unless it comes from outside
 */
record Fact(int size, Origin origin, @Nullable Object constant, int site, int source) implements Value {

    enum Origin {
        /** Made of constants and numbers only. */
        SAFE,
        UNKNOWN,
        /** Read from a request. */
        OUTSIDE
    }

    static final Fact UNKNOWN = new Fact(1, Origin.UNKNOWN, null, -1, 0);
    static final Fact SAFE = new Fact(1, Origin.SAFE, null, -1, 0);
    static final Fact SAFE_WIDE = new Fact(2, Origin.SAFE, null, -1, 0);
    private static final Fact UNKNOWN_WIDE = new Fact(2, Origin.UNKNOWN, null, -1, 0);

    static Fact constant(Object value) {
        return new Fact(1, Origin.SAFE, value, -1, 0);
    }

    static Fact made(int site) {
        return new Fact(1, Origin.SAFE, null, site, 0);
    }

    static Fact outside(int line) {
        return new Fact(1, Origin.OUTSIDE, null, -1, line);
    }

    static Fact safe(int size) {
        return size == 2 ? SAFE_WIDE : SAFE;
    }

    static Fact unknown(int size) {
        return size == 2 ? UNKNOWN_WIDE : UNKNOWN;
    }

    @Override
    public int getSize() {
        return size;
    }
}
