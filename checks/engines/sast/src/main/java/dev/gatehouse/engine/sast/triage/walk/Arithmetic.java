package dev.gatehouse.engine.sast.triage.walk;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** What instructions do to integers that are known, as the Java virtual machine does it. */
final class Arithmetic {
    private Arithmetic() {}

    /** None for an instruction that is no arithmetic, and for a division by zero, which throws. */
    static @Nullable Integer fold(int opcode, int a, int b) {
        return switch (opcode) {
            case Opcodes.IADD -> a + b;
            case Opcodes.ISUB -> a - b;
            case Opcodes.IMUL -> a * b;
            case Opcodes.IDIV -> b == 0 ? null : Integer.valueOf(a / b);
            case Opcodes.IREM -> b == 0 ? null : Integer.valueOf(a % b);
            case Opcodes.IAND -> a & b;
            case Opcodes.IOR -> a | b;
            case Opcodes.IXOR -> a ^ b;
            case Opcodes.ISHL -> a << b;
            case Opcodes.ISHR -> a >> b;
            case Opcodes.IUSHR -> a >>> b;
            default -> null;
        };
    }

    /** Whether a jump is taken; {@code b} is 0 for those that compare with zero. */
    static @Nullable Boolean jumps(int opcode, int a, int b) {
        return switch (opcode) {
            case Opcodes.IFEQ, Opcodes.IF_ICMPEQ -> a == b;
            case Opcodes.IFNE, Opcodes.IF_ICMPNE -> a != b;
            case Opcodes.IFLT, Opcodes.IF_ICMPLT -> a < b;
            case Opcodes.IFGE, Opcodes.IF_ICMPGE -> a >= b;
            case Opcodes.IFGT, Opcodes.IF_ICMPGT -> a > b;
            case Opcodes.IFLE, Opcodes.IF_ICMPLE -> a <= b;
            default -> null;
        };
    }
}
