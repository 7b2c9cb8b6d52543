package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Guard;
import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps and properties of {@code java.util} that this program makes. */
final class Maps {
    private static final Set<String> TYPES = Set.of(
            "java/util/HashMap",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/Hashtable",
            "java/util/concurrent/ConcurrentHashMap",
            "java/util/Properties");

    private Maps() {}

    static boolean isMap(String type) {
        return TYPES.contains(type);
    }

    static Thing made(String type, Invocation constructor) {
        boolean plain = constructor.arguments().stream().allMatch(value -> value.isSafe() && !value.isObject());
        var map = Thing.map(type);
        return plain ? map : map.withContent(constructor.text().isSafe() ? Value.SAFE : Value.UNKNOWN);
    }

    static @Nullable Answer answer(Invocation call) {
        if (!call.owner().startsWith("java/util/") || call.isStatic()) {
            return null;
        }
        var thing = call.heap().of(call.receiver()).orElse(null);
        if (thing == null || thing.kind() != Thing.Kind.MAP) {
            return null;
        }
        return switch (call.shape()) {
            case "put/2", "setProperty/2" -> {
                var before = get(call, thing, null);
                put(call, thing);
                yield Answer.of(before);
            }
            case "get/1", "getProperty/1" -> Answer.of(get(call, thing, null));
            case "getOrDefault/2", "getProperty/2" -> Answer.of(get(call, thing, call.argument(1)));
            case "containsKey/1" -> Answer.of(thing.slots() == null ? Value.SAFE : amongKeys(call));
            case "containsValue/1", "size/0", "isEmpty/0", "equals/1", "hashCode/0" -> Answer.of(Value.SAFE);
            case "remove/1" -> {
                var before = get(call, thing, null);
                remove(call, thing);
                yield Answer.of(before);
            }
            case "clear/0" -> {
                call.heap().change(call.receiver(), one -> one.slots() == null ? one : one.emptied());
                yield Answer.NOTHING;
            }
            case "putAll/1" -> {
                Items.blur(call.heap(), call.receiver(), call.heap().text(call.argument(0)));
                yield Answer.NOTHING;
            }
            // whoever goes through them may also change some
            case "keySet/0", "values/0", "entrySet/0", "elements/0", "keys/0", "stringPropertyNames/0" -> {
                Items.blur(call.heap(), call.receiver(), Value.SAFE);
                var text = call.heap().text(call.receiver()).mixedWith(Value.SAFE);
                call.heap().escape(call.receiver());
                yield Answer.of(
                        text.isSafe() ? call.heap().make(call.number(), Thing.someOf("java/util/Set", text)) : text);
            }
            default -> null;
        };
    }

    private static Value amongKeys(Invocation call) {
        int asked = call.argument(0).number();
        return asked == 0 ? Value.SAFE : Value.SAFE.guarding(new Guard(asked, 0, Use.ALL));
    }

    private static Value get(Invocation call, Thing map, @Nullable Value otherwise) {
        var slots = map.slots();
        var key = call.argument(0).fixed();
        if (slots == null) {
            return otherwise == null ? map.content() : map.content().mixedWith(Items.loose(call.heap(), otherwise));
        }
        if (key != null) {
            var found = slots.get(key);
            if (found == null) {
                return otherwise == null ? Value.SAFE : otherwise;
            }
            return found.fixed() != null || otherwise == null ? found : found.or(otherwise, call.heap()::escape);
        }
        var all = new ArrayList<Value>();
        slots.values().forEach(value -> all.add(Items.loose(call.heap(), value)));
        if (otherwise != null) {
            all.add(Items.loose(call.heap(), otherwise));
        }
        return Value.mixed(all);
    }

    private static void put(Invocation call, Thing map) {
        var key = call.argument(0).fixed();
        if (map.slots() != null && key != null) {
            call.heap().change(call.receiver(), one -> one.withSlot(key, call.argument(1)));
            return;
        }
        Items.blur(
                call.heap(),
                call.receiver(),
                call.heap().text(call.argument(0)).mixedWith(Items.loose(call.heap(), call.argument(1))));
    }

    private static void remove(Invocation call, Thing map) {
        var key = call.argument(0).fixed();
        if (map.slots() == null) {
            return;
        }
        if (key != null) {
            call.heap().change(call.receiver(), one -> one.withoutSlot(key));
        } else {
            Items.blur(call.heap(), call.receiver(), Value.SAFE);
        }
    }

    /** What a file of the program's own says. */
    static void fill(Heap heap, Value map, Map<String, String> read) {
        read.forEach((key, value) ->
                heap.change(map, one -> one.slots() == null ? one : one.withSlot(key, Value.constant(value))));
    }
}
