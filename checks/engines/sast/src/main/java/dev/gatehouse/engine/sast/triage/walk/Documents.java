package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reading an XML document by the W3C's interfaces. Whatever else is done with a node gives up the whole document, as a
 * node leads to all others.
 */
final class Documents {
    private Documents() {}

    static @Nullable Answer answer(Invocation call) {
        if (call.isStatic() || !call.owner().startsWith("org/w3c/dom/")) {
            return null;
        }
        var thing = call.heap().of(call.receiver()).orElse(null);
        if (thing == null) {
            return null;
        }
        if (call.owner().equals("org/w3c/dom/NodeList")) {
            return listed(call, thing);
        }
        if (thing.slots() == null) {
            return null;
        }
        return switch (thing.type()) {
            case Trees.ELEMENT, Trees.DOCUMENT -> node(call, thing);
            case Trees.TEXT -> text(call, thing);
            default -> null;
        };
    }

    private static @Nullable Answer text(Invocation call, Thing text) {
        return switch (call.shape()) {
            case "getNodeValue/0", "getTextContent/0", "getData/0", "getWholeText/0" -> slot(text, Trees.DATA);
            case "getOwnerDocument/0" -> slot(text, Trees.TOP);
            default -> null;
        };
    }

    private static @Nullable Answer listed(Invocation call, Thing list) {
        var items = list.items();
        if (items == null) {
            return null;
        }
        return switch (call.shape()) {
            case "getLength/0" -> Answer.of(items.size());
            case "item/1" ->
                call.argument(0).constant() instanceof Integer at
                        ? Answer.of(at >= 0 && at < items.size() ? items.get(at) : Value.SAFE)
                        : null;
            default -> null;
        };
    }

    private static @Nullable Answer node(Invocation call, Thing node) {
        return switch (call.shape()) {
            case "getDocumentElement/0" -> slot(node, Trees.ROOT);
            case "getOwnerDocument/0" -> slot(node, Trees.TOP);
            case "getTagName/0", "getNodeName/0" -> slot(node, Trees.NAME);
            case "normalize/0" -> Answer.NOTHING;
            case "getAttribute/1" -> call.argument(0).constant() instanceof String name ? slot(node, '@' + name) : null;
            case "getTextContent/0" -> Answer.of(content(call.heap(), call.receiver()));
            case "getFirstChild/0" -> slot(node, 0);
            case "getChildNodes/0" -> list(call, children(node));
            case "getElementsByTagName/1" ->
                call.argument(0).constant() instanceof String name ? list(call, named(call, name)) : null;
            default -> null;
        };
    }

    private static Answer slot(Thing node, Object key) {
        return Answer.of(node.slots() == null ? Value.UNKNOWN : node.slots().getOrDefault(key, Value.SAFE));
    }

    private static Answer list(Invocation call, @Nullable List<Value> nodes) {
        if (nodes == null) {
            call.escapeAll();
            return Answer.of(Value.UNKNOWN);
        }
        return Answer.of(call.heap().make(call.number(), Thing.list("org/w3c/dom/NodeList", nodes)));
    }

    private static List<Value> children(Thing node) {
        var children = new ArrayList<Value>();
        var slots = node.slots();
        for (int i = 0; slots != null && slots.containsKey(i); i++) {
            children.add(slots.get(i));
        }
        return children;
    }

    private static @Nullable List<Value> named(Invocation call, String name) {
        var found = new ArrayList<Value>();
        var thing = call.heap().of(call.receiver()).orElseThrow();
        boolean whole = thing.type().equals(Trees.DOCUMENT)
                ? add(call.heap(), slot(thing, Trees.ROOT).value(), name, found)
                : children(thing).stream().allMatch(child -> add(call.heap(), child, name, found));
        return whole ? found : null;
    }

    /** False when the node is no longer followed. */
    private static boolean add(Heap heap, @Nullable Value node, String name, List<Value> found) {
        if (node == null || !node.isObject()) {
            return true;
        }
        var thing = heap.of(node).orElse(null);
        if (thing == null || thing.slots() == null) {
            return false;
        }
        var own = thing.slots().get(Trees.NAME);
        if (own != null && name.equals(own.constant())) {
            found.add(node);
        }
        return children(thing).stream().allMatch(child -> add(heap, child, name, found));
    }

    private static Value content(Heap heap, Value node) {
        var thing = heap.of(node).orElse(null);
        if (thing == null || thing.slots() == null) {
            return Value.UNKNOWN;
        }
        var data = thing.slots().get(Trees.DATA);
        if (data != null) {
            return data;
        }
        var text = new StringBuilder();
        for (var child : children(thing)) {
            var part = content(heap, child);
            if (!(part.constant() instanceof String one)) {
                return Value.UNKNOWN;
            }
            text.append(one);
        }
        return Value.constant(text.toString());
    }
}
