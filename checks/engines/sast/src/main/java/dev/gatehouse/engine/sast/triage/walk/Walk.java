package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.BitSet;
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
            table.labels.forEach(label -> flow(code.index(label), after));
            flow(code.index(table.dflt), after);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(label -> flow(code.index(label), after));
            flow(code.index(lookup.dflt), after);
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
            flow(target, after);
            flow(at + 1, after);
            return;
        }
        var passed = new State(after);
        passed.clear(guard.about(), guard.fits());
        passed.clear(guard.also(), guard.fits());
        flow(opcode == Opcodes.IFNE ? target : at + 1, passed);
        flow(opcode == Opcodes.IFNE ? at + 1 : target, after);
    }

    /** What is returned stays the only operand, so that what is known of it and of the heap goes together. */
    private void returns(int opcode, State known, State after) {
        after.clearStack();
        if (opcode != Opcodes.RETURN) {
            after.push(known.operand(0));
        }
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
        return new Outcome(true, value, returned.heap, returned.cleared);
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

    Code code() {
        return code;
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
