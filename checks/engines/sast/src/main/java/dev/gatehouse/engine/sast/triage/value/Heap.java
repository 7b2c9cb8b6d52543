package dev.gatehouse.engine.sast.triage.value;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The objects that are followed, by their numbers, at one place of a method. */
public final class Heap {
    private static final int DEEPEST = 4;

    private Map<Integer, Thing> things;
    /** The map is another heap's, too, and must not be changed. */
    private boolean shared;

    public Heap() {
        things = new HashMap<>();
    }

    public Heap(Heap other) {
        things = other.things;
        shared = true;
        other.shared = true;
    }

    private void put(int number, Thing thing) {
        if (shared) {
            things = new HashMap<>(things);
            shared = false;
        }
        things.put(number, thing);
    }

    /** What the value refers to, unless it is not followed or no longer. */
    public Optional<Thing> of(Value value) {
        var thing = things.get(value.object());
        return thing == null || thing.escaped() ? Optional.empty() : Optional.of(thing);
    }

    /** A new object of this number; where there is one of it already, both are one. */
    public Value make(int number, Thing thing) {
        var before = things.get(number);
        if (before == null) {
            put(number, thing);
        } else {
            put(number, before.or(thing, this::escape).manyOfIt());
        }
        return Value.object(number);
    }

    /** Changes the object; where the number stands for several, it may be any of them. */
    public void change(Value value, UnaryOperator<Thing> change) {
        of(value).ifPresent(thing -> {
            var changed = change.apply(thing);
            put(value.object(), thing.many() ? thing.or(changed, this::escape) : changed);
        });
    }

    /** From here on code that is not followed may do anything with the object and what it holds. */
    public void escape(Value value) {
        escape(value.object());
    }

    public void escape(int number) {
        var open = new ArrayDeque<Integer>(List.of(number));
        while (!open.isEmpty()) {
            int next = open.pop();
            var thing = things.get(next);
            if (next > 0 && thing != null && !thing.escaped()) {
                put(next, thing.gone());
                thing.values().forEach(value -> open.push(value.object()));
            }
        }
    }

    /** The text of a value, or of whatever is in the object. */
    public Value text(Value value) {
        return text(value, 0);
    }

    private Value text(Value value, int depth) {
        if (!value.isObject()) {
            return value;
        }
        var thing = of(value);
        if (thing.isEmpty() || depth == DEEPEST || thing.get().kind() == Thing.Kind.BEAN) {
            return Value.UNKNOWN;
        }
        if (thing.get().kind() == Thing.Kind.TEXT) {
            return text(thing.get().content(), depth + 1);
        }
        return Value.mixed(
                thing.get().values().stream().map(one -> text(one, depth + 1)).toList());
    }

    /** Whether there is an object of this number, followed or not. */
    public boolean has(int number) {
        return things.containsKey(number);
    }

    /** Gives an object another number, which must be free, wherever the heap refers to it. */
    public void rename(int from, int to) {
        var renamed = new HashMap<Integer, Thing>();
        things.forEach((number, thing) -> renamed.put(number == from ? to : number, thing.renamed(from, to)));
        things = renamed;
        shared = false;
    }

    /** Adds what may be on the heap on another way to the same place. Tells whether that changed anything. */
    public boolean join(Heap other) {
        if (things == other.things) {
            return false;
        }
        boolean changed = false;
        for (var entry : other.things.entrySet()) {
            var mine = things.get(entry.getKey());
            var both = mine == null ? entry.getValue() : mine.or(entry.getValue(), this::escape);
            if (!both.equals(things.get(entry.getKey()))) {
                put(entry.getKey(), both);
                changed = true;
            }
        }
        return changed;
    }

    /** Takes over what a method that was called has left. */
    public void become(Heap other) {
        things = other.things;
        shared = true;
        other.shared = true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Heap heap && things.equals(heap.things);
    }

    @Override
    public int hashCode() {
        return Objects.hash(things);
    }
}
