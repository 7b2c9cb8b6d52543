package dev.gatehouse.engine.protocol.sast;

import java.util.List;

/**
 * What a project says of methods of its own that make values harmless, which no analysis could know.
 *
 * @param sanitizers whose result is harmless whatever they are given
 * @param validators that return, or answer true, only for arguments that are harmless
 */
public record OwnMethods(List<Method> sanitizers, List<Method> validators) {
    public static final OwnMethods NONE = new OwnMethods(List.of(), List.of());

    public OwnMethods {
        sanitizers = List.copyOf(sanitizers);
        validators = List.copyOf(validators);
    }

    /**
     * @param type name of the class as in Java source, nested classes with {@code $}
     * @param name of the method, whatever its parameters
     * @param uses for which values are harmless then, such as {@code sql}; all of them for {@code any}
     */
    public record Method(String type, String name, List<String> uses) {
        public Method {
            uses = List.copyOf(uses);
        }
    }
}
