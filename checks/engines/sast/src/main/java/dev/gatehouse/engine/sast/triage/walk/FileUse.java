package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What a method does with a file after it was named. A file's name does no harm by itself: what matters is whether it is
 * opened, or given away, on a way where no check has let it through.
 */
final class FileUse {
    /** Methods that touch no content, and whose results are followed or are no files. */
    private static final Map<String, Set<String>> ASKING = Map.of(
            "java/io/File",
            Set.of("getCanonicalPath", "getCanonicalFile", "equals", "hashCode", "isAbsolute"),
            "java/nio/file/Path",
            Set.of("normalize", "toRealPath", "startsWith", "equals", "hashCode", "isAbsolute", "getNameCount"),
            "java/lang/String",
            Set.of("startsWith", "equals", "hashCode", "length", "isEmpty"));

    private final Walk walk;
    private final int file;
    private boolean checkedFirst = true;
    private boolean used;

    FileUse(Walk walk, int file) {
        this.walk = walk;
        this.file = file;
    }

    /** False also for a file that nothing is done with here: it may have gone where this does not look. */
    boolean isCheckedFirst() {
        walk.reached(this::look);
        return used && checkedFirst && !walk.isBlurred(file);
    }

    private void look(AbstractInsnNode insn, State state) {
        var operands = operands(insn, state);
        for (int i = 0; i < operands.size(); i++) {
            var value = operands.get(i);
            boolean isIt = value.number() == file || value.form() == file;
            if (isIt && !isHarmlessHere(value, insn, i == 0)) {
                checkedFirst = false;
            }
            used |= isIt && value.isHarmlessFor(Use.PATH) && insn instanceof MethodInsnNode;
        }
        // as part of something else it can no longer be followed
        for (int i = 0; i < state.getStackSize() + state.getLocals(); i++) {
            var value = i < state.getLocals() ? state.getLocal(i) : state.getStack(i - state.getLocals());
            if (value.isObject() && holds(state, value)) {
                checkedFirst = false;
            }
        }
    }

    private boolean holds(State state, Value holder) {
        return state.heap.of(holder).stream()
                .flatMap(thing -> thing.values().stream())
                .anyMatch(value -> (value.number() == file || value.form() == file) && !value.isHarmlessFor(Use.PATH));
    }

    private static boolean isHarmlessHere(Value value, AbstractInsnNode insn, boolean first) {
        return value.isHarmlessFor(Use.PATH)
                || (insn instanceof MethodInsnNode call
                        && ((first && isMaking(call))
                                || ASKING.getOrDefault(call.owner, Set.of()).contains(call.name)));
    }

    /** The constructor that names the file gets it as what it makes. */
    private static boolean isMaking(MethodInsnNode call) {
        return call.name.equals("<init>");
    }

    /** What an instruction hands on: calls, returns, throws, and stores into fields and arrays. */
    private static List<Value> operands(AbstractInsnNode insn, State state) {
        if (insn instanceof MethodInsnNode call) {
            int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            return state.operands(Walk.arguments(call) + receiver);
        }
        if (insn instanceof InvokeDynamicInsnNode) {
            return state.operands(Walk.arguments(insn));
        }
        boolean stores = insn instanceof FieldInsnNode
                && (insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC);
        boolean hands = insn.getOpcode() == Opcodes.ARETURN
                || insn.getOpcode() == Opcodes.ATHROW
                || insn.getOpcode() == Opcodes.AASTORE;
        return stores || hands ? List.of(state.operand(0)) : List.of();
    }
}
