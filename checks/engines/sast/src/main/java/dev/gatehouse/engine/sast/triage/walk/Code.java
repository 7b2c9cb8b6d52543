package dev.gatehouse.engine.sast.triage.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** One method's instructions, by index, with their lines and handlers. */
final class Code {
    final ClassNode owner;
    final MethodNode method;
    final AbstractInsnNode[] insns;
    private final int[] lines;
    private final List<List<Integer>> handlers = new ArrayList<>();

    Code(ClassNode owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        insns = method.instructions.toArray();
        lines = new int[insns.length];
        int line = 0;
        for (int i = 0; i < insns.length; i++) {
            line = insns[i] instanceof LineNumberNode number ? number.line : line;
            lines[i] = line;
            handlers.add(List.of());
        }
        for (var block : method.tryCatchBlocks) {
            addHandler(block);
        }
    }

    private void addHandler(TryCatchBlockNode block) {
        int handler = index(block.handler);
        for (int i = index(block.start); i < index(block.end); i++) {
            var more = new ArrayList<>(handlers.get(i));
            more.add(handler);
            handlers.set(i, more);
        }
    }

    int index(AbstractInsnNode insn) {
        return method.instructions.indexOf(insn);
    }

    int line(int at) {
        return lines[at];
    }

    List<Integer> handlers(int at) {
        return handlers.get(at);
    }

    /** {@code package/Type.java}; none without debug information. */
    @Nullable
    String file() {
        if (owner.sourceFile == null) {
            return null;
        }
        int slash = owner.name.lastIndexOf('/');
        return owner.name.substring(0, slash + 1) + owner.sourceFile;
    }

    boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether it has code that can be followed: subroutines of old compilers cannot. */
    static boolean isFollowed(MethodNode method, int mostInstructions) {
        if (method.instructions.size() == 0 || method.instructions.size() > mostInstructions) {
            return false;
        }
        for (var insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.JSR) {
                return false;
            }
        }
        return true;
    }
}
