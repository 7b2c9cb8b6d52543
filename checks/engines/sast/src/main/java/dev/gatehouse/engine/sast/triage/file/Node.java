package dev.gatehouse.engine.sast.triage.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One part of a file: what whoever reads it is given. */
public sealed interface Node {
    /** How many parts it has, itself counted. */
    int size();

    /** A text that is one to every reader. */
    record Text(String text) implements Node {
        @Override
        public int size() {
            return 1;
        }
    }

    /** A number, a truth value, a date or nothing: readers differ in what they make of it. */
    record Other() implements Node {
        @Override
        public int size() {
            return 1;
        }
    }

    /** A list. */
    record Items(List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public int size() {
            return 1 + items.stream().mapToInt(Node::size).sum();
        }
    }

    /** Parts by name, in the order of the file. */
    record Entries(Map<String, Node> entries) implements Node {
        public Entries {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public int size() {
            return 1 + entries.values().stream().mapToInt(Node::size).sum();
        }
    }

    /** An XML element with its attributes and its elements and texts, comments and instructions left out. */
    record Element(String name, Map<String, String> attributes, List<Node> content) implements Node {
        public Element {
            attributes = Map.copyOf(attributes);
            content = List.copyOf(content);
        }

        @Override
        public int size() {
            return 1 + content.stream().mapToInt(Node::size).sum();
        }

        /** The texts in it, joined. */
        public String text() {
            var text = new StringBuilder();
            for (var part : content) {
                if (part instanceof Element element) {
                    text.append(element.text());
                } else if (part instanceof Text one) {
                    text.append(one.text());
                }
            }
            return text.toString();
        }

        /** The elements of this name in it, in the order of the file. */
        public List<Element> named(String wanted) {
            var found = new ArrayList<Element>();
            for (var part : content) {
                if (part instanceof Element element) {
                    if (element.name().equals(wanted)) {
                        found.add(element);
                    }
                    found.addAll(element.named(wanted));
                }
            }
            return found;
        }
    }

    /** What stands under the dotted names, such as {@code shop.hash}; none for a file of another shape. */
    static Optional<Map<String, String>> flat(Node node) {
        if (!(node instanceof Entries)) {
            return Optional.empty();
        }
        var texts = new LinkedHashMap<String, String>();
        flatten(node, "", texts);
        return Optional.of(texts);
    }

    private static void flatten(Node node, String name, Map<String, String> texts) {
        if (node instanceof Entries map) {
            map.entries().forEach((key, part) -> flatten(part, name.isEmpty() ? key : name + '.' + key, texts));
        } else if (node instanceof Text text) {
            texts.put(name, text.text());
        }
    }
}
