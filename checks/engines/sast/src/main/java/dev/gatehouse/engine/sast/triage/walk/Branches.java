package dev.gatehouse.engine.sast.triage.walk;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Which way the code goes on from an instruction. */
final class Branches {
    private Branches() {}

    /** The only place where it can go on, the instruction itself standing for the one behind it; none when it is open. */
    static @Nullable AbstractInsnNode only(AbstractInsnNode insn, State known) {
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            if (opcode == Opcodes.GOTO) {
                return jump.label;
            }
            boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE;
            if (known.operand(0).constant() instanceof Integer b
                    && known.operand(two ? 1 : 0).constant() instanceof Integer a) {
                var jumps = Arithmetic.jumps(opcode, a, two ? b : 0);
                return jumps == null ? null : jumps ? jump.label : insn;
            }
        } else if (insn instanceof TableSwitchInsnNode table && known.operand(0).constant() instanceof Integer key) {
            return key < table.min || key > table.max ? table.dflt : table.labels.get(key - table.min);
        } else if (insn instanceof LookupSwitchInsnNode lookup
                && known.operand(0).constant() instanceof Integer key) {
            int at = lookup.keys.indexOf(key);
            return at < 0 ? lookup.dflt : lookup.labels.get(at);
        }
        return null;
    }

    /** Whether an exception can come from here. */
    static boolean mayThrow(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        boolean array = (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
                || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
        boolean object = opcode >= Opcodes.GETSTATIC && opcode != Opcodes.INSTANCEOF && !(insn instanceof JumpInsnNode);
        boolean division =
                opcode == Opcodes.IDIV || opcode == Opcodes.IREM || opcode == Opcodes.LDIV || opcode == Opcodes.LREM;
        return array || object || division;
    }
}
