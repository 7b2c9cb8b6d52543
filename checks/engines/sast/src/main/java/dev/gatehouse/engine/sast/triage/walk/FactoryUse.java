package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What a method does with a factory that it makes: tells it something, or uses it, or gives it away. */
final class FactoryUse {
    private final Walk walk;
    private final int factory;
    private boolean used;
    private boolean toldFirst = true;

    FactoryUse(Walk walk, int factory) {
        this.walk = walk;
        this.factory = factory;
    }

    /** False also for a factory that nothing is done with here. */
    boolean isToldFirst(Predicate<Thing> told) {
        if (factory == 0) {
            return false;
        }
        walk.reached((insn, state) -> look(insn, state, told));
        return used && toldFirst;
    }

    private void look(AbstractInsnNode insn, State state, Predicate<Thing> told) {
        int operands = operands(insn);
        for (int depth = 0; depth < operands; depth++) {
            boolean isIt = state.operand(depth).object() == factory;
            boolean asReceiver = depth == operands - 1 && insn.getOpcode() != Opcodes.INVOKESTATIC;
            if (isIt && !(asReceiver && isTelling(insn))) {
                used = true;
                toldFirst &= state.heap.of(Value.object(factory)).filter(told).isPresent();
            }
        }
    }

    private static boolean isTelling(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && (call.name.startsWith("set") || call.name.startsWith("get"));
    }

    private static int operands(AbstractInsnNode insn) {
        if (insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode) {
            boolean ofNone = insn.getOpcode() == Opcodes.INVOKESTATIC || insn.getOpcode() == Opcodes.INVOKEDYNAMIC;
            return Walk.arguments(insn) + (ofNone ? 0 : 1);
        }
        boolean stores = insn instanceof FieldInsnNode
                && (insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC);
        return stores || insn.getOpcode() == Opcodes.ARETURN || insn.getOpcode() == Opcodes.AASTORE ? 1 : 0;
    }
}
