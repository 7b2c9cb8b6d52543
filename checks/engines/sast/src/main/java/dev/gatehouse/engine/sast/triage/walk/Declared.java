package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.library.OwnEffects;
import dev.gatehouse.engine.sast.triage.value.Guard;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Calls of methods of which the project itself says that they make values harmless. */
final class Declared {
    private final Program program;
    private final OwnEffects effects;

    Declared(Program program, OwnEffects effects) {
        this.program = program;
        this.effects = effects;
    }

    /** The result with what is said of it. */
    @Nullable
    Value result(Invocation call, @Nullable Value result) {
        if (result == null || effects.equals(OwnEffects.NONE)) {
            return result;
        }
        int made = bits(effects.sanitizers(), call);
        int checked = bits(effects.validators(), call);
        if (made != 0 && call.returned().getSort() == Type.OBJECT) {
            return harmless(call, made);
        }
        var texts = numbers(call);
        return checked != 0 && call.returned().equals(Type.BOOLEAN_TYPE) && !texts.isEmpty()
                ? result.guarding(new Guard(texts.get(0), texts.size() > 1 ? texts.get(1) : 0, checked))
                : result;
    }

    private static Value harmless(Invocation call, int uses) {
        return uses == Use.ALL
                ? Value.SAFE.numbered(call.number())
                : Value.mixed(call.arguments().stream().map(call.heap()::text).toList())
                        .withFits(uses)
                        .numbered(call.number());
    }

    /** What is harmless once the call has returned: numbers of values with the bits of uses. */
    Map<Integer, Integer> cleared(Invocation call) {
        int checked = bits(effects.validators(), call);
        if (checked == 0 || call.returned().equals(Type.BOOLEAN_TYPE)) {
            return Map.of();
        }
        var cleared = new HashMap<Integer, Integer>();
        numbers(call).forEach(number -> cleared.put(number, checked));
        return cleared;
    }

    private static List<Integer> numbers(Invocation call) {
        return call.arguments().stream()
                .filter(value -> value.number() != 0 && !value.isObject())
                .map(Value::number)
                .toList();
    }

    private int bits(Map<String, Integer> said, Invocation call) {
        if (said.isEmpty()) {
            return 0;
        }
        return program.above(call.call().owner).stream()
                .mapToInt(type -> said.getOrDefault(type + '.' + call.name(), 0))
                .reduce(0, (one, more) -> one | more);
    }
}
