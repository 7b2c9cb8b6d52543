package dev.gatehouse.engine.sast.triage.value;

import java.util.Collection;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What is known of a value wherever it can be at one place of a method. Numbers name values and objects; 0 names none.
 *
 * @param size in slots, as the class file format counts
 * @param fits bits of the uses for which the text is harmless although not {@link Origin#SAFE}
 * @param constant what it always is: an {@link Integer}, {@link Long}, {@link String}, {@link ClassName},
 *     {@link ResourceName} or, where only some of it is known, a {@link Setting} or {@link Ended}
 * @param object number of the object on the heap that this refers to
 * @param number of the value itself, the same for its copies
 * @param form number of the file that this is the canonical name of
 * @param kin number of the file whose name this was made of; 0 for none, {@link #MIXED} for several
 * @param guard what it says about another value when it is true
 */
public record Value(
        int size,
        Origin origin,
        int fits,
        @Nullable Object constant,
        int object,
        int number,
        int form,
        int kin,
        @Nullable Guard guard,
        @Nullable Source source)
        implements org.objectweb.asm.tree.analysis.Value {

    /** The class object of a class, by internal name. */
    public record ClassName(String name) {}

    /** A stream or address of a file on the class path. */
    public record ResourceName(String name) {}

    /** A method that is called by whoever has the value, which holds nothing else. */
    public record MethodName(String owner, String name, String descriptor) {}

    /** A reader of a text that the program has itself. */
    public record OwnText() {
        public static final OwnText INSTANCE = new OwnText();
    }

    /** A text that a file of the program says, and that whoever runs it may set otherwise. */
    public record Setting(String text) {}

    /** Of a text that always ends in a separator of paths. */
    public record Ended() {
        public static final Ended INSTANCE = new Ended();
    }

    public static final int MIXED = -1;

    public static final Value UNKNOWN = plain(1, Origin.UNKNOWN);
    public static final Value SAFE = plain(1, Origin.SAFE);
    /** In a slot that nothing was put into, or that holds different things by the way that led here. */
    public static final Value UNDEFINED = new Value(1, Origin.UNKNOWN, 0, null, -1, 0, 0, 0, null, null);

    private static final Value UNKNOWN_WIDE = plain(2, Origin.UNKNOWN);
    private static final Value SAFE_WIDE = plain(2, Origin.SAFE);

    private static Value plain(int size, Origin origin) {
        return new Value(size, origin, 0, null, 0, 0, 0, 0, null, null);
    }

    public static Value safe(int size) {
        return size == 2 ? SAFE_WIDE : SAFE;
    }

    public static Value unknown(int size) {
        return size == 2 ? UNKNOWN_WIDE : UNKNOWN;
    }

    public static Value constant(Object value) {
        return new Value(value instanceof Long ? 2 : 1, Origin.SAFE, 0, value, 0, 0, 0, 0, null, null);
    }

    public static Value handle(MethodName method) {
        return new Value(1, Origin.UNKNOWN, 0, method, 0, 0, 0, 0, null, null);
    }

    public static Value object(int number) {
        return new Value(1, Origin.UNKNOWN, 0, null, number, 0, 0, 0, null, null);
    }

    public static Value outside(Source source) {
        return new Value(1, Origin.OUTSIDE, 0, null, 0, 0, 0, 0, null, source);
    }

    /** Nothing but what the type says: numbers and truth values carry no text; characters do. */
    public static Value ofType(Type type) {
        return switch (type.getSort()) {
            case Type.CHAR, Type.ARRAY, Type.OBJECT -> UNKNOWN;
            default -> safe(type.getSize());
        };
    }

    /** Text that has all of these in it. */
    public static Value mixed(Collection<Value> parts) {
        var mixed = SAFE;
        for (var part : parts) {
            mixed = mixed.mixedWith(part);
        }
        return mixed;
    }

    public Value mixedWith(Value other) {
        int both = allFits() & other.allFits();
        var worse = origin.compareTo(other.origin) >= 0 ? this : other;
        return worse.origin == Origin.SAFE
                ? SAFE
                : new Value(1, worse.origin, both, null, 0, 0, 0, kinWith(other), null, worse.source);
    }

    private int kinWith(Value other) {
        return kin == other.kin || other.kin == 0 ? kin : kin == 0 ? other.kin : MIXED;
    }

    private int allFits() {
        return origin == Origin.SAFE ? Use.ALL : fits;
    }

    public boolean isHarmlessFor(Use use) {
        return origin == Origin.SAFE || (fits & use.bit()) != 0;
    }

    public boolean isSafe() {
        return origin == Origin.SAFE;
    }

    public boolean isObject() {
        return object > 0;
    }

    /** What both may be. References that differ are given to {@code lost}: they can no longer be followed. */
    public Value or(Value other, IntConsumer lost) {
        if (equals(other)) {
            return this;
        }
        if (object < 0 || other.object < 0 || size != other.size) {
            return UNDEFINED;
        }
        int same = object;
        if (object != other.object) {
            lost.accept(object);
            lost.accept(other.object);
            same = 0;
        }
        var worse = origin.compareTo(other.origin) >= 0 ? this : other;
        return new Value(
                size,
                worse.origin,
                worse.origin == Origin.SAFE ? 0 : allFits() & other.allFits(),
                Objects.equals(constant, other.constant) ? constant : null,
                same,
                number == other.number ? number : 0,
                form == other.form ? form : 0,
                kin == other.kin ? kin : MIXED,
                Objects.equals(guard, other.guard) ? guard : null,
                worse.source);
    }

    /** Without anything that refers to the value of this number, which is about to become another one. */
    public Value forgetting(int gone) {
        boolean guards = guard != null && guard.names(gone);
        if (number != gone && form != gone && kin != gone && !guards) {
            return this;
        }
        return new Value(
                size,
                origin,
                fits,
                constant,
                object,
                number == gone ? 0 : number,
                form == gone ? 0 : form,
                kin == gone ? MIXED : kin,
                guards ? null : guard,
                source);
    }

    /** After a check that lets only harmless values through. */
    public Value cleared(int uses) {
        return uses == Use.ALL ? safe(size) : withFits(allFits() | uses);
    }

    public Value withFits(int bits) {
        return new Value(
                size, origin, origin == Origin.SAFE ? 0 : bits, constant, object, number, form, kin, guard, source);
    }

    /** Ends in a separator of paths, whatever is before it. */
    public Value ended() {
        return new Value(size, origin, fits, Ended.INSTANCE, object, number, form, kin, guard, source);
    }

    public boolean isEnded() {
        return constant instanceof Ended
                || (constant instanceof Setting setting && isSeparator(setting.text()))
                || (constant instanceof String text && isSeparator(text));
    }

    private static boolean isSeparator(String text) {
        return text.endsWith("/") || text.endsWith("\\");
    }

    public Value numbered(int one) {
        return new Value(size, origin, fits, constant, object, one, form, kin, guard, source);
    }

    public Value inForm(int of) {
        return new Value(size, origin, fits, constant, object, number, of, kin, guard, source);
    }

    public Value guarding(@Nullable Guard one) {
        return new Value(size, origin, fits, constant, object, number, form, kin, one, source);
    }

    /** What it is at every run of the program; null when that is not known. */
    public @Nullable Object fixed() {
        return constant instanceof Setting || constant instanceof Ended ? null : constant;
    }

    public Value referringTo(int thing) {
        return new Value(size, origin, fits, constant, thing, number, form, kin, guard, source);
    }

    public Value ofKin(int file) {
        return new Value(size, origin, fits, constant, object, number, form, file, guard, source);
    }

    /** What is said of it stays, but somebody else may have put something there. */
    public Value unproven() {
        return new Value(size, Origin.UNKNOWN, 0, constant, object, number, form, kin, guard, source);
    }

    public Value sized(int slots) {
        return new Value(slots, origin, fits, constant, object, number, form, kin, guard, source);
    }

    @Override
    public int getSize() {
        return size;
    }
}
