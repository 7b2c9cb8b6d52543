package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.analysis.Frame;

/** What is known before an instruction: locals, operands, the heap, and which values a check has let through. */
final class State extends Frame<Value> {
    final Heap heap;
    /** Bits of the uses for which the value of a number is harmless here, because a check let it through. */
    final Map<Integer, Integer> cleared;

    State(int locals, int operands, Heap heap, Map<Integer, Integer> cleared) {
        super(locals, operands);
        this.heap = new Heap(heap);
        this.cleared = new HashMap<>(cleared);
        for (int i = 0; i < locals; i++) {
            setLocal(i, Value.UNDEFINED);
        }
    }

    State(State other) {
        super(other);
        heap = new Heap(other.heap);
        cleared = new HashMap<>(other.cleared);
    }

    Value operand(int depth) {
        return getStack(getStackSize() - 1 - depth);
    }

    List<Value> operands(int count) {
        var values = new ArrayList<Value>();
        for (int depth = count - 1; depth >= 0; depth--) {
            values.add(operand(depth));
        }
        return values;
    }

    /** Changes every copy of values in locals and operands. */
    void replaceAll(UnaryOperator<Value> change) {
        for (int i = 0; i < getLocals(); i++) {
            setLocal(i, change.apply(getLocal(i)));
        }
        for (int i = 0; i < getStackSize(); i++) {
            setStack(i, change.apply(getStack(i)));
        }
    }

    /** The value of this number is about to become another one. */
    void forget(int number) {
        cleared.remove(number);
        replaceAll(value -> value.forgetting(number));
    }

    /** A check has shown that the value of this number is harmless for these uses. */
    void clear(int number, int uses) {
        if (number == 0) {
            return;
        }
        cleared.merge(number, uses, (a, b) -> a | b);
        replaceAll(value -> value.number() == number ? value.cleared(uses) : value);
    }

    /**
     * Gives objects that stand in the same place here and there one number, so that they are joined and not lost: which
     * of them it is makes no difference where each is called by that number throughout. Objects that the caller of the
     * method knows keep theirs.
     *
     * @param other is changed; what it says stays the same
     * @param fixed whether the object of a number is known outside
     * @param fresh number for a place
     * @return whether anything here was given another number
     */
    boolean align(State other, IntPredicate fixed, IntUnaryOperator fresh) {
        boolean changed = false;
        for (int place = 0; place < places(); place++) {
            int mine = at(place).object();
            int its = other.at(place).object();
            if (mine == its || !isFollowed(mine, fixed) || !other.isFollowed(its, fixed)) {
                continue;
            }
            int both = fresh.applyAsInt(place);
            boolean isFree = (mine == both || !heap.has(both)) && (its == both || !other.heap.has(both));
            if (isFree) {
                changed |= mine != both;
                rename(mine, both);
                other.rename(its, both);
            }
        }
        return changed;
    }

    /** Adds the numbers of values that one variable holds on one way only. */
    void blurring(State other, Set<Integer> blurred) {
        for (int place = 0; place < places(); place++) {
            var mine = at(place);
            var its = other.at(place);
            boolean defined = mine.object() >= 0 && its.object() >= 0;
            if (defined && (mine.number() != its.number() || mine.form() != its.form())) {
                blurred.addAll(List.of(mine.number(), its.number(), mine.form(), its.form()));
            }
        }
    }

    private boolean isFollowed(int object, IntPredicate fixed) {
        return object > 0
                && !fixed.test(object)
                && heap.of(Value.object(object)).isPresent();
    }

    private int places() {
        return getLocals() + getStackSize();
    }

    private Value at(int place) {
        return place < getLocals() ? getLocal(place) : getStack(place - getLocals());
    }

    private void rename(int from, int to) {
        if (from != to) {
            heap.rename(from, to);
            replaceAll(value -> value.object() == from ? value.referringTo(to) : value);
        }
    }

    /** Adds what may be known here on another way. Tells whether that changed anything. */
    boolean join(State other) {
        boolean changed = false;
        var lost = new ArrayList<Integer>();
        for (int i = 0; i < getLocals(); i++) {
            var both = getLocal(i).or(other.getLocal(i), lost::add);
            changed |= !both.equals(getLocal(i));
            setLocal(i, both);
        }
        for (int i = 0; i < getStackSize(); i++) {
            var both = getStack(i).or(other.getStack(i), lost::add);
            changed |= !both.equals(getStack(i));
            setStack(i, both);
        }
        changed |= heap.join(other.heap);
        for (int object : lost) {
            changed |= heap.of(Value.object(object)).isPresent();
            heap.escape(object);
        }
        changed |= cleared.keySet().retainAll(other.cleared.keySet());
        for (var entry : cleared.entrySet()) {
            int both = entry.getValue() & other.cleared.getOrDefault(entry.getKey(), 0);
            changed |= both != entry.getValue();
            entry.setValue(both);
        }
        return changed;
    }
}
