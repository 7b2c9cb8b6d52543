package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which code of the project a call may run. */
final class Targets {
    /** More code than this that a call may mean is not followed. */
    private static final int MOST = 6;

    private final Program program;
    private final boolean extended;

    /** @param extended whether there may be classes below the program's own that are not in it */
    Targets(Program program, boolean extended) {
        this.program = program;
        this.extended = extended;
    }

    /** All of it; empty when some is not the project's, or too much. */
    List<Code> of(MethodInsnNode call, Heap heap, List<Value> values) {
        boolean isVirtual = call.getOpcode() != Opcodes.INVOKESTATIC && call.getOpcode() != Opcodes.INVOKESPECIAL;
        if (isVirtual) {
            var exact = heap.of(values.get(0)).filter(one -> one.kind() == Thing.Kind.BEAN);
            if (exact.isPresent()) {
                return of(exact.get().type(), call);
            }
        }
        if (program.type(call.owner).isEmpty()) {
            return List.of();
        }
        return isVirtual ? below(call) : of(call.owner, call);
    }

    private List<Code> of(String type, MethodInsnNode call) {
        return program.method(type, call.name, call.desc).map(List::of).orElse(List.of());
    }

    private List<Code> below(MethodInsnNode call) {
        if (extended && !program.isFinal(call.owner, call.name, call.desc)) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Code>();
        for (var type : program.below(call.owner)) {
            var node = program.type(type);
            if (node.isPresent() && (node.get().access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0) {
                var code = program.method(type, call.name, call.desc);
                if (code.isEmpty()) {
                    return List.of();
                }
                found.put(code.get().owner.name, code.get());
            }
        }
        return found.size() > MOST ? List.of() : List.copyOf(found.values());
    }
}
