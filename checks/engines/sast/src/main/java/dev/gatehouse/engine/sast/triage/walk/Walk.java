package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Guard;
import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** One way through one method: every instruction that can be reached, until nothing new is learned. */
final class Walk {
    /** Numbers of places where ways come together, below those of parameters. */
    private static final int JOINS = -1_000;

    private final Walker walker;
    private final Code code;
    private final int path;
    private final State entry;
    private final @Nullable State[] before;
    private final int[] made;
    private final BitSet waiting = new BitSet();
    private final Steps steps;
    private final Set<Integer> blurred = new HashSet<>();
    private @Nullable State returned;
    private @Nullable Map<Integer, Integer> whenTrue;

    Walk(Walker walker, Code code, int path, Heap heap, Map<Integer, Integer> cleared) {
        this.walker = walker;
        this.code = code;
        this.path = path;
        entry = new State(code.method.maxLocals, code.method.maxStack, heap, cleared);
        before = new State[code.insns.length];
        made = new int[code.insns.length];
        steps = new Steps(walker, code, path);
    }

    void run(List<Value> arguments) {
        int slot = 0;
        for (var argument : arguments) {
            entry.setLocal(slot, argument);
            slot += argument.size();
        }
        flow(0, entry);
        try {
            // the first one first: what joins further down is joined before it is gone through
            for (int at = waiting.nextSetBit(0); at >= 0; at = waiting.nextSetBit(0)) {
                waiting.clear(at);
                walker.step();
                follow(at);
            }
        } catch (AnalyzerException e) {
            throw new Walker.TooMuch(); // no valid byte code
        }
    }

    private void follow(int at) throws AnalyzerException {
        var insn = code.insns[at];
        var known = before[at];
        if (known == null) {
            return;
        }
        if (insn.getOpcode() < 0) {
            flow(at + 1, known);
            return;
        }
        throwing(at, known, List.of());
        var after = new State(known);
        boolean goesOn = steps.execute(insn, at, after);
        if (isCall(insn)) {
            made[at] = steps.number();
            throwing(at, after, steps.wentInto() ? given(insn, known) : List.of());
        }
        if (goesOn) {
            goOn(at, insn, known, after);
        }
    }

    private void goOn(int at, AbstractInsnNode insn, State known, State after) {
        int opcode = insn.getOpcode();
        var only = Branches.only(insn, known);
        if (only != null) {
            flow(only == insn ? at + 1 : code.index(only), after);
        } else if (insn instanceof JumpInsnNode jump) {
            jump(at, jump, known, after);
        } else if (insn instanceof TableSwitchInsnNode table) {
            choose(table.labels, table.dflt, known, after);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            choose(lookup.labels, lookup.dflt, known, after);
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            returns(opcode, known, after);
        } else if (opcode != Opcodes.ATHROW) {
            flow(at + 1, after);
        }
    }

    private static List<Value> given(AbstractInsnNode call, State known) {
        return known.operands(arguments(call) + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1));
    }

    private static boolean isCall(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode;
    }

    /** @param lost what a method that fails half-way may have done anything to */
    private void throwing(int at, State state, List<Value> lost) {
        if (!Branches.mayThrow(code.insns[at])) {
            return;
        }
        for (int handler : code.handlers(at)) {
            var caught = new State(state);
            lost.forEach(caught.heap::escape);
            caught.clearStack();
            caught.push(Value.UNKNOWN);
            flow(handler, caught);
        }
    }

    private void jump(int at, JumpInsnNode jump, State known, State after) {
        int target = code.index(jump.label);
        int opcode = jump.getOpcode();
        var guard = opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE
                ? known.operand(0).guard()
                : null;
        if (guard == null) {
            compare(at, target, opcode, known, after);
            return;
        }
        var passed = new State(after);
        passed.clear(guard.about(), guard.fits());
        passed.clear(guard.also(), guard.fits());
        flow(opcode == Opcodes.IFNE ? target : at + 1, passed);
        flow(opcode == Opcodes.IFNE ? at + 1 : target, after);
    }

    /** Where a number or character is the same as one that the program names, it is that one. */
    private void compare(int at, int target, int opcode, State known, State after) {
        boolean compares = opcode == Opcodes.IF_ICMPEQ || opcode == Opcodes.IF_ICMPNE;
        var equal = new State(after);
        if (compares) {
            var a = known.operand(1);
            var b = known.operand(0);
            equal.clear(
                    b.constant() instanceof Integer ? a.number() : a.constant() instanceof Integer ? b.number() : 0,
                    Use.ALL);
        }
        flow(target, opcode == Opcodes.IF_ICMPEQ ? equal : after);
        flow(at + 1, opcode == Opcodes.IF_ICMPNE ? equal : after);
    }

    private void choose(List<LabelNode> labels, LabelNode otherwise, State known, State after) {
        var named = new State(after);
        named.clear(known.operand(0).number(), Use.ALL);
        labels.forEach(label -> flow(code.index(label), label == otherwise ? after : named));
        flow(code.index(otherwise), after);
    }

    /** Remembers what is harmless wherever this returns anything but false. */
    private void noteTrue(int opcode, State after) {
        if (opcode != Opcodes.IRETURN || !code.method.desc.endsWith(")Z")) {
            return;
        }
        var value = after.operand(0);
        if (Integer.valueOf(0).equals(value.constant())) {
            return;
        }
        var harmless = new HashMap<>(after.cleared);
        var guard = value.guard();
        if (guard != null) {
            harmless.merge(guard.about(), guard.fits(), (a, b) -> a | b);
        }
        if (whenTrue == null) {
            whenTrue = harmless;
        } else {
            whenTrue.keySet().retainAll(harmless.keySet());
            whenTrue.replaceAll((number, uses) -> uses & harmless.getOrDefault(number, 0));
        }
    }

    /** What a true answer says of the first value that was given and is not harmless anyway. */
    private Value answering(Value value) {
        if (whenTrue == null || value.guard() != null || returned == null) {
            return value;
        }
        for (int i = 0; i < entry.getLocals(); i++) {
            int number = entry.getLocal(i).number();
            int more = whenTrue.getOrDefault(number, 0) & ~returned.cleared.getOrDefault(number, 0);
            if (number != 0 && more != 0) {
                return value.guarding(new Guard(number, 0, more));
            }
        }
        return value;
    }

    /** What is returned stays the only operand, so that what is known of it and of the heap goes together. */
    private void returns(int opcode, State known, State after) {
        after.clearStack();
        if (opcode != Opcodes.RETURN) {
            after.push(known.operand(0));
        }
        noteTrue(opcode, after);
        if (returned == null) {
            returned = new State(after);
        } else {
            join(returned, after, code.insns.length);
        }
    }

    private void flow(int to, State state) {
        var known = before[to];
        boolean changed = true;
        if (known == null) {
            before[to] = new State(state);
        } else {
            changed = join(known, state, to);
        }
        if (changed) {
            waiting.set(to);
        }
    }

    private boolean join(State known, State state, int at) {
        var arriving = new State(state);
        int place = walker.number(path, JOINS - at);
        boolean renamed = known.align(arriving, entry.heap::has, slot -> walker.number(place, slot));
        known.blurring(arriving, blurred);
        return known.join(arriving) || renamed;
    }

    /** Whether a variable may hold the value of this number or another one: what is done with that is not told apart. */
    boolean isBlurred(int number) {
        return blurred.contains(number);
    }

    Outcome outcome() {
        if (returned == null) {
            return new Outcome(false, null, entry.heap, Map.of());
        }
        var value = returned.getStackSize() == 0 ? null : returned.operand(0);
        return new Outcome(true, value == null ? null : answering(value), returned.heap, returned.cleared);
    }

    /** Every instruction that can be reached, with what is known before it. */
    void reached(BiConsumer<AbstractInsnNode, State> each) {
        for (int i = 0; i < code.insns.length; i++) {
            var state = before[i];
            if (state != null && code.insns[i].getOpcode() >= 0) {
                each.accept(code.insns[i], state);
            }
        }
    }

    Walker walker() {
        return walker;
    }

    Code code() {
        return code;
    }

    /** The number of whatever is made at an instruction. */
    int number(int at) {
        return walker.number(path, at);
    }

    /** The number of what a call makes; 0 for a call that was not reached. */
    int made(int at) {
        return made[at];
    }

    @Nullable
    State before(int at) {
        return before[at];
    }

    /** Lines of the branches that constants decide. */
    List<Integer> decided() {
        var lines = new TreeSet<Integer>();
        for (int i = 0; i < code.insns.length; i++) {
            var state = before[i];
            boolean choice = code.insns[i].getOpcode() != Opcodes.GOTO;
            if (state != null && choice && code.line(i) > 0 && Branches.only(code.insns[i], state) != null) {
                lines.add(code.line(i));
            }
        }
        return List.copyOf(lines);
    }

    /** How many arguments a call takes; -1 for what is no call. */
    static int arguments(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                ? Type.getArgumentTypes(call.desc).length
                : insn instanceof InvokeDynamicInsnNode call ? Type.getArgumentTypes(call.desc).length : -1;
    }
}
