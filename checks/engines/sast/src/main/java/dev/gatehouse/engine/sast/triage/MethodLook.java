package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.Fact.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** One method without the branches that constants rule out, and what reaches each of its calls. */
final class MethodLook {
    /** Instructions; beyond it a method is left alone, so that time and memory stay bounded. */
    private static final int MOST_INSTRUCTIONS = 20_000;

    private static final int MOST_PASSES = 20;

    private final String owner;
    private final MethodNode method;
    private final IdentityHashMap<AbstractInsnNode, Integer> lines = new IdentityHashMap<>();
    private final List<Integer> decided = new ArrayList<>();
    private Facts facts;
    private Frame<Fact>[] frames;

    private MethodLook(String owner, MethodNode method) throws AnalyzerException {
        this.owner = owner;
        this.method = method;
        int line = 0;
        for (var insn : method.instructions) {
            if (insn instanceof LineNumberNode number) {
                line = number.line;
            }
            lines.put(insn, line);
        }
        facts = new Facts(lines);
        frames = settle();
        for (int pass = 0; prune(); pass++) {
            if (pass == MOST_PASSES) {
                throw new AnalyzerException(null, "does not settle");
            }
            facts = new Facts(lines);
            frames = settle();
        }
    }

    /** None for a method without code, too large, or beyond what can be followed. */
    static Optional<MethodLook> of(String owner, MethodNode method) {
        boolean subroutines = false;
        for (var insn : method.instructions) {
            subroutines |= insn.getOpcode() == Opcodes.JSR;
        }
        if (method.instructions.size() == 0 || method.instructions.size() > MOST_INSTRUCTIONS || subroutines) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MethodLook(owner, method));
        } catch (AnalyzerException e) {
            return Optional.empty();
        }
    }

    private Frame<Fact>[] settle() throws AnalyzerException {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            int before = facts.spoiltSites();
            var found = new Analyzer<>(facts).analyze(owner, method);
            if (facts.spoiltSites() == before) {
                return found;
            }
        }
        throw new AnalyzerException(null, "does not settle");
    }

    private boolean prune() {
        boolean changed = false;
        var code = method.instructions.toArray();
        for (int i = 0; i < code.length; i++) {
            if (frames[i] != null) {
                var target = target(code[i], frames[i]);
                if (target != null) {
                    replace(code[i], target);
                    changed = true;
                }
            }
        }
        return changed;
    }

    /** Where a decided branch goes on; none for what is no branch or not decided. */
    private static @Nullable AbstractInsnNode target(AbstractInsnNode insn, Frame<Fact> frame) {
        if (insn instanceof JumpInsnNode jump) {
            var last = top(frame, 0);
            boolean two = jump.getOpcode() >= Opcodes.IF_ICMPEQ && jump.getOpcode() <= Opcodes.IF_ICMPLE;
            var first = two ? top(frame, 1) : last;
            if (first instanceof Integer a && last instanceof Integer b) {
                var jumps = Arithmetic.jumps(jump.getOpcode(), a, two ? b : 0);
                return jumps == null ? null : jumps ? jump.label : jump.getNext();
            }
            return null;
        }
        if (insn instanceof TableSwitchInsnNode table && top(frame, 0) instanceof Integer key) {
            return key < table.min || key > table.max ? table.dflt : table.labels.get(key - table.min);
        }
        if (insn instanceof LookupSwitchInsnNode lookup && top(frame, 0) instanceof Integer key) {
            int at = lookup.keys.indexOf(key);
            return at < 0 ? lookup.dflt : lookup.labels.get(at);
        }
        return null;
    }

    private static @Nullable Object top(Frame<Fact> frame, int depth) {
        int at = frame.getStackSize() - 1 - depth;
        return at < 0 ? null : frame.getStack(at).constant();
    }

    private void replace(AbstractInsnNode branch, AbstractInsnNode target) {
        int line = lines.getOrDefault(branch, 0);
        decided.add(line);
        int opcode = branch.getOpcode();
        int pops = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE ? 2 : 1;
        for (int i = 0; i < pops; i++) {
            insert(branch, new InsnNode(Opcodes.POP), line);
        }
        if (target != branch.getNext() && target instanceof LabelNode label) {
            insert(branch, new JumpInsnNode(Opcodes.GOTO, label), line);
        }
        method.instructions.remove(branch);
    }

    private void insert(AbstractInsnNode before, AbstractInsnNode insn, int line) {
        method.instructions.insertBefore(before, insn);
        lines.put(insn, line);
    }

    /** Lines of the branches that always go the same way. */
    List<Integer> decided() {
        return decided.stream().filter(line -> line > 0).distinct().sorted().toList();
    }

    /** What is given to the calls on these lines; none when no call there takes anything. */
    Optional<Given> given(int first, int last) {
        Fact worst = null;
        boolean calls = false;
        var code = method.instructions.toArray();
        for (int i = 0; i < code.length; i++) {
            int line = lines.getOrDefault(code[i], 0);
            int arguments = arguments(code[i]);
            if (line < first || line > last || arguments < 0) {
                continue;
            }
            calls = true;
            for (int depth = 0; frames[i] != null && depth < arguments; depth++) {
                var value = facts.settled(frames[i].getStack(frames[i].getStackSize() - 1 - depth));
                worst = worst == null || value.origin().compareTo(worst.origin()) > 0 ? value : worst;
            }
        }
        if (worst != null) {
            return Optional.of(new Given(worst.origin(), worst.source(), true));
        }
        return calls && !isReached(first, last) ? Optional.of(new Given(Origin.SAFE, 0, false)) : Optional.empty();
    }

    private boolean isReached(int first, int last) {
        var code = method.instructions.toArray();
        for (int i = 0; i < code.length; i++) {
            int line = lines.getOrDefault(code[i], 0);
            if (line >= first && line <= last && code[i].getOpcode() >= 0 && frames[i] != null) {
                return true;
            }
        }
        return false;
    }

    private static int arguments(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                ? Type.getArgumentTypes(call.desc).length
                : insn instanceof InvokeDynamicInsnNode call ? Type.getArgumentTypes(call.desc).length : -1;
    }

    /**
     * The least safe of what is given.
     *
     * @param source line of the request that it was read from; 0 if none
     * @param reached false when no way leads to the lines
     */
    record Given(Origin origin, int source, boolean reached) {}
}
