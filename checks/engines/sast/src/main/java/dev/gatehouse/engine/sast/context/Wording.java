package dev.gatehouse.engine.sast.context;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Puts the instructions of one statement into words; variables are numbered as they appear, whatever their slot. */
final class Wording {
    private final Names names;
    private final Map<Integer, Integer> variables = new HashMap<>();

    Wording(Names names) {
        this.names = names;
    }

    static boolean isLoad(VarInsnNode instruction) {
        return instruction.getOpcode() >= Opcodes.ILOAD && instruction.getOpcode() <= Opcodes.ALOAD;
    }

    /** None for what is no instruction: labels, line numbers, frames. */
    Optional<String> of(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode < 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (instruction.getType()) {
                    case AbstractInsnNode.METHOD_INSN -> call((MethodInsnNode) instruction);
                    case AbstractInsnNode.FIELD_INSN -> field((FieldInsnNode) instruction);
                    case AbstractInsnNode.INVOKE_DYNAMIC_INSN -> dynamic((InvokeDynamicInsnNode) instruction);
                    case AbstractInsnNode.LDC_INSN -> constant(((LdcInsnNode) instruction).cst);
                    case AbstractInsnNode.TYPE_INSN -> opcode + " " + names.type(((TypeInsnNode) instruction).desc);
                    case AbstractInsnNode.VAR_INSN -> opcode + " " + variable(((VarInsnNode) instruction).var);
                    case AbstractInsnNode.IINC_INSN -> increment((IincInsnNode) instruction);
                    case AbstractInsnNode.INT_INSN -> opcode + " " + ((IntInsnNode) instruction).operand;
                    case AbstractInsnNode.MULTIANEWARRAY_INSN ->
                        opcode + " " + names.descriptor(((MultiANewArrayInsnNode) instruction).desc);
                    default -> Integer.toString(opcode);
                });
    }

    private int variable(int slot) {
        return variables.computeIfAbsent(slot, unused -> variables.size());
    }

    private String increment(IincInsnNode instruction) {
        return instruction.getOpcode() + " " + variable(instruction.var) + " " + instruction.incr;
    }

    private String call(MethodInsnNode instruction) {
        return "call " + names.member(instruction.owner, instruction.name, instruction.desc);
    }

    private String field(FieldInsnNode instruction) {
        return instruction.getOpcode() + " " + names.member(instruction.owner, instruction.name, instruction.desc);
    }

    private String dynamic(InvokeDynamicInsnNode instruction) {
        var arguments = Stream.of(instruction.bsmArgs).map(this::constant).collect(Collectors.joining(" "));
        return "dynamic %s.%s %s %s"
                .formatted(
                        instruction.bsm.getOwner(),
                        instruction.bsm.getName(),
                        names.descriptor(instruction.desc),
                        arguments);
    }

    private String constant(Object value) {
        if (value instanceof Type type) {
            return "type " + names.descriptor(type.getDescriptor());
        }
        if (value instanceof Handle handle) {
            return "handle " + names.member(handle.getOwner(), handle.getName(), handle.getDesc());
        }
        if (value instanceof ConstantDynamic dynamic) {
            return "dynamic " + names.descriptor(dynamic.getDescriptor());
        }
        return value.getClass().getSimpleName() + " " + value;
    }
}
