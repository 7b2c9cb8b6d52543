package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reading and writing the items of lists and arrays, by place where that is known. */
final class Items {
    private Items() {}

    /** What may be at the index. */
    static Value get(Heap heap, Value list, Value index) {
        var thing = heap.of(list).orElse(null);
        if (thing == null) {
            return element(list);
        }
        if (thing.kind() != Thing.Kind.LIST) {
            return plain(heap.text(list));
        }
        var items = thing.items();
        if (items == null) {
            return thing.content();
        }
        if (index.constant() instanceof Integer at && at >= 0 && at < items.size()) {
            return items.get(at);
        }
        return Value.mixed(items.stream().map(item -> loose(heap, item)).toList());
    }

    /** Of a list that is not followed every item is as the list. */
    private static Value element(Value list) {
        return list.isObject() || list.isSafe() ? Value.UNKNOWN : plain(list);
    }

    private static Value plain(Value text) {
        return text.mixedWith(Value.SAFE);
    }

    static void set(Heap heap, Value list, Value index, Value value) {
        var thing = heap.of(list).orElse(null);
        if (thing == null) {
            heap.escape(value);
        } else if (thing.items() != null
                && index.constant() instanceof Integer at
                && at >= 0
                && at < thing.items().size()) {
            edit(heap, list, items -> items.set(at, value));
        } else {
            blur(heap, list, value);
        }
    }

    /** Changes the items, which must be known. */
    static void edit(Heap heap, Value list, Consumer<List<Value>> edit) {
        heap.change(list, thing -> {
            var items = new ArrayList<>(thing.items() == null ? List.of() : thing.items());
            edit.accept(items);
            return thing.withItems(items);
        });
    }

    /** From here on only what may be in it is known, with this besides. */
    static void blur(Heap heap, Value holder, Value more) {
        heap.of(holder).ifPresent(thing -> {
            var all = new ArrayList<Value>();
            all.add(loose(heap, more));
            thing.values().forEach(value -> all.add(loose(heap, value)));
            var content = Value.mixed(all);
            heap.change(holder, one -> one.withContent(content));
        });
    }

    /** A value whose place is no longer known: an object among them may be reached by that way, too. */
    static Value loose(Heap heap, Value value) {
        if (value.isObject()) {
            heap.escape(value);
            return Value.UNKNOWN;
        }
        return value;
    }
}
