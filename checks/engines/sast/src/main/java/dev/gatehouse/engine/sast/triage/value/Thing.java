package dev.gatehouse.engine.sast.triage.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object that this program makes.
 *
 * @param type internal name of its class
 * @param content whatever may be in it, where that is not known by place
 * @param items what is in it by index; null when that is not known
 * @param slots what is in it by key or field; null when that is not known
 * @param many true for all objects that one place makes over and over
 * @param escaped true once code that is not followed can reach it: from then on nothing is known
 */
public record Thing(
        Kind kind,
        String type,
        Value content,
        @Nullable List<Value> items,
        @Nullable Map<Object, Value> slots,
        boolean many,
        boolean escaped) {

    /** What kind of thing it is to those who read it. */
    public enum Kind {
        /** Has a text: builders, streams, iterators. */
        TEXT,
        /** Lists, sets and arrays. */
        LIST,
        MAP,
        /** An object of a class of the project, with its fields. */
        BEAN
    }

    public static Thing text(String type, Value content) {
        return new Thing(Kind.TEXT, type, content, null, null, false, false);
    }

    public static Thing list(String type, List<Value> items) {
        return new Thing(Kind.LIST, type, Value.SAFE, List.copyOf(items), null, false, false);
    }

    public static Thing someOf(String type, Value content) {
        return new Thing(Kind.LIST, type, content, null, null, false, false);
    }

    public static Thing map(String type) {
        return new Thing(Kind.MAP, type, Value.SAFE, null, Map.of(), false, false);
    }

    public static Thing bean(String type) {
        return new Thing(Kind.BEAN, type, Value.SAFE, null, Map.of(), false, false);
    }

    /** Everything that may be in it. */
    public Collection<Value> values() {
        var values = new ArrayList<Value>();
        values.add(content);
        if (items != null) {
            values.addAll(items);
        }
        if (slots != null) {
            values.addAll(slots.values());
        }
        return values;
    }

    public Thing withContent(Value text) {
        return new Thing(kind, type, text, null, null, many, escaped);
    }

    public Thing withItems(List<Value> all) {
        return new Thing(kind, type, content, List.copyOf(all), slots, many, escaped);
    }

    public Thing withSlot(Object key, Value value) {
        var more = new HashMap<>(slots == null ? Map.of() : slots);
        more.put(key, value);
        return new Thing(kind, type, content, items, Map.copyOf(more), many, escaped);
    }

    public Thing withoutSlot(Object key) {
        var fewer = new HashMap<>(slots == null ? Map.of() : slots);
        fewer.remove(key);
        return new Thing(kind, type, content, items, Map.copyOf(fewer), many, escaped);
    }

    public Thing emptied() {
        return new Thing(kind, type, content, items, Map.of(), many, escaped);
    }

    public Thing manyOfIt() {
        return new Thing(kind, type, content, items, slots, true, escaped);
    }

    public Thing gone() {
        return new Thing(kind, type, Value.UNKNOWN, null, null, many, true);
    }

    /** With references to one object made references to another. */
    Thing renamed(int from, int to) {
        if (values().stream().noneMatch(value -> value.object() == from)) {
            return this;
        }
        UnaryOperator<Value> change = value -> value.object() == from ? value.referringTo(to) : value;
        var places = slots == null ? null : new HashMap<>(slots);
        if (places != null) {
            places.replaceAll((key, value) -> change.apply(value));
        }
        return new Thing(
                kind,
                type,
                change.apply(content),
                items == null ? null : items.stream().map(change).toList(),
                places == null ? null : Map.copyOf(places),
                many,
                escaped);
    }

    /** What both may be; what can no longer be followed is given to {@code lost}. */
    public Thing or(Thing other, IntConsumer lost) {
        if (equals(other)) {
            return this;
        }
        if (kind != other.kind || !type.equals(other.type) || escaped || other.escaped) {
            values().forEach(value -> lost.accept(value.object()));
            other.values().forEach(value -> lost.accept(value.object()));
            return gone();
        }
        boolean eitherMany = many || other.many;
        if (items != null && other.items != null && items.size() == other.items.size()) {
            var both = new ArrayList<Value>();
            for (int i = 0; i < items.size(); i++) {
                both.add(items.get(i).or(other.items.get(i), lost));
            }
            return new Thing(kind, type, content.or(other.content, lost), List.copyOf(both), null, eitherMany, false);
        }
        if (slots != null && other.slots != null) {
            var both = new HashMap<Object, Value>();
            var keys = new HashSet<>(slots.keySet());
            keys.addAll(other.slots.keySet());
            for (var key : keys) {
                both.put(key, slots.getOrDefault(key, Value.SAFE).or(other.slots.getOrDefault(key, Value.SAFE), lost));
            }
            return new Thing(kind, type, content.or(other.content, lost), null, Map.copyOf(both), eitherMany, false);
        }
        var all = Value.SAFE;
        for (var value : values()) {
            lost.accept(value.object());
            all = all.mixedWith(value);
        }
        for (var value : other.values()) {
            lost.accept(value.object());
            all = all.mixedWith(value);
        }
        boolean sameText = kind == Kind.TEXT;
        return new Thing(kind, type, sameText ? content.or(other.content, lost) : all, null, null, eitherMany, false);
    }
}
