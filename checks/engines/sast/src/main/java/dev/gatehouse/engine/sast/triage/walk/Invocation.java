package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Source;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * One call, where it happens.
 *
 * @param owner internal name of the class that decides what the call means: of the library, if the one named inherits it
 * @param values receiver, if there is one, and arguments
 * @param number of whatever the call makes
 */
record Invocation(MethodInsnNode call, String owner, List<Value> values, Heap heap, int number, Source source) {

    String name() {
        return call.name;
    }

    boolean isStatic() {
        return call.getOpcode() == Opcodes.INVOKESTATIC;
    }

    boolean isConstructor() {
        return call.name.equals("<init>");
    }

    Value receiver() {
        return values.get(0);
    }

    List<Value> arguments() {
        return isStatic() ? values : values.subList(1, values.size());
    }

    Value argument(int index) {
        return arguments().get(index);
    }

    Type parameter(int index) {
        return Type.getArgumentTypes(call.desc)[index];
    }

    Type returned() {
        return Type.getReturnType(call.desc);
    }

    /** Name and number of arguments: {@code put/2}. */
    String shape() {
        return call.name + "/" + arguments().size();
    }

    /** Nothing but what the type says; none for a call without a result. */
    @Nullable
    Value unknown() {
        return returned().equals(Type.VOID_TYPE) ? null : Value.ofType(returned());
    }

    /** Text of the receiver, unless it is being made, and of the arguments. */
    Value text() {
        var parts = isConstructor() ? arguments() : values;
        return Value.mixed(parts.stream().map(heap::text).toList());
    }

    /** Whatever was given can be reached by code that is not followed. */
    void escapeAll() {
        values.forEach(heap::escape);
    }
}
