package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.library.Strings;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** {@link StringBuilder} and {@link StringBuffer}. */
final class Builders {
    private static final Set<String> TYPES = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");

    private Builders() {}

    static boolean isBuilder(String type) {
        return TYPES.contains(type);
    }

    static Thing made(String type, Invocation constructor) {
        boolean empty =
                constructor.arguments().isEmpty() || constructor.parameter(0).getSort() == Type.INT;
        return Thing.text(type, empty ? Value.constant("") : piece(constructor, 0));
    }

    static @Nullable Answer answer(Invocation call) {
        if (!isBuilder(call.owner()) || call.isStatic()) {
            return null;
        }
        var own = call.receiver();
        var thing = call.heap().of(own);
        if (thing.isEmpty()) {
            return null;
        }
        var content = thing.get().content();
        switch (call.name()) {
            case "append" -> content = call.arguments().size() == 1 ? joined(content, piece(call, 0)) : call.text();
            case "appendCodePoint", "insert", "replace", "setCharAt" -> content = changed(call);
            case "setLength" ->
                content = Integer.valueOf(0).equals(call.argument(0).constant()) ? Value.constant("") : plain(content);
            case "delete", "deleteCharAt", "reverse", "trimToSize", "ensureCapacity" -> content = plain(content);
            case "toString" -> {
                return Answer.of(content.numbered(call.number()));
            }
            case "length" -> {
                return content.constant() instanceof String text ? Answer.of(text.length()) : Answer.of(Value.SAFE);
            }
            case "charAt", "substring", "indexOf", "lastIndexOf", "isEmpty", "capacity", "hashCode" -> {
                return Answer.of(read(call, content));
            }
            default -> {
                return null;
            }
        }
        var changed = content;
        call.heap().change(own, one -> one.withContent(changed));
        return call.returned().equals(Type.VOID_TYPE) ? Answer.NOTHING : Answer.of(own);
    }

    private static Value read(Invocation call, Value content) {
        if (call.name().equals("charAt")
                && content.constant() instanceof String text
                && call.argument(0).constant() instanceof Integer index
                && index >= 0
                && index < text.length()) {
            return Value.constant((int) text.charAt(index));
        }
        boolean text = !Value.ofType(call.returned()).isSafe();
        return text ? plain(content) : Value.SAFE;
    }

    private static Value changed(Invocation call) {
        var parts = new java.util.ArrayList<Value>();
        parts.add(call.heap().text(call.receiver()));
        for (int i = 0; i < call.arguments().size(); i++) {
            parts.add(piece(call, i));
        }
        return Value.mixed(parts);
    }

    /** An argument as it is written: a number is harmless, but not where it stands for a character. */
    private static Value piece(Invocation call, int index) {
        var value = call.heap().text(call.argument(index));
        char type = call.parameter(index).getDescriptor().charAt(0);
        var constant = value.constant();
        var written = constant == null ? Optional.<String>empty() : Strings.written(constant, type);
        if (written.isPresent()) {
            return Value.constant(written.get());
        }
        boolean codePoint = call.name().equals("appendCodePoint") && constant == null;
        if (codePoint) {
            return Value.UNKNOWN;
        }
        return value.isEnded() ? plain(value).ended() : plain(value);
    }

    private static Value joined(Value left, Value right) {
        if (left.constant() instanceof String a && right.constant() instanceof String b) {
            return Value.constant(a + b);
        }
        var both = left.mixedWith(right);
        return right.isEnded() ? both.ended() : both;
    }

    private static Value plain(Value value) {
        return value.mixedWith(Value.SAFE);
    }
}
