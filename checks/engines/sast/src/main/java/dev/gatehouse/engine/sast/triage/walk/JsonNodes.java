package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import org.jspecify.annotations.Nullable;

/** Reading the nodes of a YAML or JSON file with Jackson. */
final class JsonNodes {
    private JsonNodes() {}

    static @Nullable Answer answer(Invocation call) {
        if (call.isStatic() || !call.owner().startsWith("com/fasterxml/jackson/databind/")) {
            return null;
        }
        if (call.receiver().constant() instanceof String) {
            return switch (call.shape()) {
                case "asText/0", "asText/1", "textValue/0" ->
                    Answer.of(call.receiver().numbered(call.number()));
                default -> null;
            };
        }
        boolean missing = call.receiver().isSafe() && !call.receiver().isObject();
        boolean followed = call.heap()
                .of(call.receiver())
                .filter(thing -> thing.type().equals(Trees.JSON))
                .isPresent();
        if (!followed && !missing) {
            return null;
        }
        return switch (call.shape()) {
            case "get/1", "path/1", "required/1" ->
                Answer.of(part(call.heap(), call.receiver(), call.argument(0).fixed()));
            case "at/1" -> at(call);
            default -> null;
        };
    }

    /** RFC 6901, without its escapes. */
    private static @Nullable Answer at(Invocation call) {
        if (!(call.argument(0).constant() instanceof String pointer)
                || !pointer.startsWith("/")
                || pointer.contains("~")) {
            return null;
        }
        var node = call.receiver();
        for (var name : pointer.substring(1).split("/", -1)) {
            boolean inList = call.heap().of(node).map(Thing::items).isPresent();
            node = part(call.heap(), node, inList && name.matches("\\d{1,3}") ? Integer.valueOf(name) : name);
        }
        return Answer.of(node);
    }

    /** What is missing has no text. */
    private static Value part(Heap heap, Value node, @Nullable Object key) {
        var thing = heap.of(node).orElse(null);
        if (thing == null) {
            return node.isObject() ? Value.UNKNOWN : Value.SAFE;
        }
        if (key == null || thing.kind() == Thing.Kind.TEXT) {
            heap.escape(node);
            return Value.UNKNOWN;
        }
        if (thing.items() != null && key instanceof Integer index) {
            return index >= 0 && index < thing.items().size() ? thing.items().get(index) : Value.SAFE;
        }
        return thing.slots() == null ? thing.content() : thing.slots().getOrDefault(key, Value.SAFE);
    }
}
