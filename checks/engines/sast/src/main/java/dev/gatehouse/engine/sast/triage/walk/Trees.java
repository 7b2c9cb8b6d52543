package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.file.Node;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Puts what a file says on the heap, as the objects that its reader gives to the program. */
final class Trees {
    static final String JSON = "com/fasterxml/jackson/databind/JsonNode";
    static final String ELEMENT = "org/w3c/dom/Element";
    static final String DOCUMENT = "org/w3c/dom/Document";
    /** Of a text, and of a comment, which has none. */
    static final String TEXT = "org/w3c/dom/CharacterData";

    /** In the slots of a node of a document: the document, which every node knows. */
    static final String TOP = "^";
    /** In the slots of a node: its name. */
    static final String NAME = "#name";
    /** In the slots of a text: what it says. */
    static final String DATA = "#data";
    /** In the slots of a document: its element. */
    static final String ROOT = "#root";

    /** Larger files are not followed part by part. */
    private static final int MOST = 400;

    /** Numbers of parts, below those of places where ways come together. */
    private static final int PARTS = -50_000_000;

    private final IntBinaryOperator numbers;

    /** @param numbers the same number for the same part of what the same call makes */
    Trees(IntBinaryOperator numbers) {
        this.numbers = numbers;
    }

    /** Maps and lists of {@code java.util}. */
    Value collections(Invocation call, Node node) {
        return new Placing(call, "java/util/LinkedHashMap", "java/util/ArrayList").top(node);
    }

    /** Jackson's nodes; those of texts are the texts. */
    Value json(Invocation call, Node node) {
        return new Placing(call, JSON, JSON).top(node);
    }

    /** A document of the W3C's interfaces. */
    Value document(Invocation call, Node node) {
        return new Placing(call, ELEMENT, ELEMENT).top(node);
    }

    /** One file on its way to the heap. */
    private final class Placing {
        private final Invocation call;
        private final String maps;
        private final String lists;
        private Value top = Value.UNKNOWN;
        private int next;

        Placing(Invocation call, String maps, String lists) {
            this.call = call;
            this.maps = maps;
            this.lists = lists;
        }

        Value top(Node node) {
            if (node.size() > MOST) {
                return Value.UNKNOWN;
            }
            if (!(node instanceof Node.Element root)) {
                return place(node);
            }
            int document = number();
            top = Value.object(document);
            var thing = Thing.map(DOCUMENT).withSlot(ROOT, place(root));
            return call.heap().make(document, thing);
        }

        private int number() {
            return numbers.applyAsInt(call.number(), PARTS - next++);
        }

        private Value place(Node node) {
            if (node instanceof Node.Text text) {
                return top.isObject() ? data(Value.constant(text.text())) : Value.constant(text.text());
            }
            if (node instanceof Node.Entries map) {
                int number = number();
                var thing = Thing.map(maps);
                for (var entry : map.entries().entrySet()) {
                    thing = thing.withSlot(entry.getKey(), place(entry.getValue()));
                }
                return call.heap().make(number, thing);
            }
            if (node instanceof Node.Items list) {
                int number = number();
                List<Value> items = new ArrayList<>();
                list.items().forEach(item -> items.add(place(item)));
                return call.heap().make(number, Thing.list(lists, items));
            }
            if (node instanceof Node.Element element) {
                return place(element);
            }
            return top.isObject() ? data(Value.constant("")) : Value.SAFE;
        }

        private Value data(Value text) {
            var thing = Thing.map(TEXT).withSlot(TOP, top).withSlot(DATA, text);
            return call.heap().make(number(), thing);
        }

        private Value place(Node.Element element) {
            int number = number();
            var thing = Thing.map(ELEMENT).withSlot(TOP, top).withSlot(NAME, Value.constant(element.name()));
            for (var attribute : element.attributes().entrySet()) {
                thing = thing.withSlot('@' + attribute.getKey(), Value.constant(attribute.getValue()));
            }
            int at = 0;
            for (var part : element.content()) {
                thing = thing.withSlot(at++, place(part));
            }
            return call.heap().make(number, thing);
        }
    }
}
