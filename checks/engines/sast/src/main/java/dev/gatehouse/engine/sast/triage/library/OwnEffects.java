package dev.gatehouse.engine.sast.triage.library;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.engine.sast.triage.value.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project says of its own methods.
 *
 * @param sanitizers by {@code internal/Type.method}: bits of the uses for which the result is harmless
 * @param validators likewise: bits of the uses for which the arguments are harmless once it returned, or said true
 */
public record OwnEffects(Map<String, Integer> sanitizers, Map<String, Integer> validators) {
    public static final OwnEffects NONE = new OwnEffects(Map.of(), Map.of());

    public OwnEffects {
        sanitizers = Map.copyOf(sanitizers);
        validators = Map.copyOf(validators);
    }

    public static OwnEffects of(OwnMethods said) {
        return new OwnEffects(bits(said.sanitizers()), bits(said.validators()));
    }

    private static Map<String, Integer> bits(List<OwnMethods.Method> methods) {
        var bits = new HashMap<String, Integer>();
        for (var method : methods) {
            int uses = method.uses().stream()
                    .mapToInt(name -> Use.named(name).map(Use::bit).orElse(name.equals("any") ? Use.ALL : 0))
                    .reduce(0, (one, more) -> one | more);
            bits.merge(method.type().replace('.', '/') + '.' + method.name(), uses, (one, more) -> one | more);
        }
        return bits;
    }
}
