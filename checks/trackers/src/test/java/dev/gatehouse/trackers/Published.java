package dev.gatehouse.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a tracker's published API description knows, so that our fakes of it accept and answer nothing else. The listings
 * in {@code published/} hold names only, taken from the descriptions by program.
 */
public final class Published {
    private final Map<Pattern, Operation> operations = new LinkedHashMap<>();
    private final List<String> strange = new ArrayList<>();

    private record Operation(String name, Set<String> query, Set<String> request, Set<String> answer) {}

    /**
     * @param listing such as {@code jira-cloud-v3.txt}
     */
    public Published(String listing) {
        Operation operation = null;
        for (var line : lines(listing)) {
            if (line.matches("(GET|POST|PUT|PATCH|DELETE) .*")) {
                operation = new Operation(line, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
                operations.put(Pattern.compile(regex(line + " ")), Objects.requireNonNull(operation));
            } else if (operation != null && line.length() > 2) {
                var names = Arrays.asList(line.substring(2).split(" "));
                switch (line.charAt(0)) {
                    case '?' -> operation.query().addAll(names);
                    case '>' -> operation.request().addAll(names);
                    default -> operation.answer().addAll(names);
                }
            }
        }
    }

    /** Names of branches and tags have slashes. */
    private static String regex(String template) {
        return Pattern.compile("(?<=})|(?=\\{)")
                .splitAsStream(template)
                .map(part -> part.equals("{ref}") ? "[^ ]+" : part.startsWith("{") ? "[^/ ]+" : Pattern.quote(part))
                .collect(java.util.stream.Collectors.joining());
    }

    private static List<String> lines(String listing) {
        try (var in = Objects.requireNonNull(Published.class.getResourceAsStream("published/" + listing))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sentences on everything that was asked for or answered and is not in the description. */
    public List<String> strange() {
        return List.copyOf(strange);
    }

    /** Notes what of a request the description does not have. */
    public void asked(String method, String path, Set<String> query, JsonNode body) {
        var operation = find(method, path);
        if (operation == null) {
            strange.add("no operation %s %s".formatted(method, path));
            return;
        }
        query.stream()
                .filter(name -> !operation.query().contains(name))
                .forEach(name -> strange.add("%s has no query parameter %s".formatted(operation.name(), name)));
        names(body, "").stream()
                .filter(name -> !isIn(operation.request(), name))
                .forEach(name -> strange.add("%s takes no %s".formatted(operation.name(), name)));
    }

    /** Notes what of an answer the description does not have. */
    public void answered(String method, String path, JsonNode body) {
        var operation = find(method, path);
        if (operation != null) {
            names(body, "").stream()
                    .filter(name -> !isIn(operation.answer(), name) && !leadsTo(operation.answer(), name))
                    .forEach(name -> strange.add("%s answers with no %s".formatted(operation.name(), name)));
        }
    }

    private @org.jspecify.annotations.Nullable Operation find(String method, String path) {
        var line = method + " " + path + " ";
        return operations.entrySet().stream()
                .filter(one -> one.getKey().matcher(line).matches())
                .map(Map.Entry::getValue)
                .min((a, b) -> Long.compare(braces(a), braces(b)))
                .orElse(null);
    }

    private static long braces(Operation operation) {
        return operation.name().chars().filter(c -> c == '{').count();
    }

    /** By its name, or by a star or a whole value further up. */
    private static boolean isIn(Set<String> known, String name) {
        if (known.contains(name)) {
            return true;
        }
        for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            var above = name.substring(0, dot);
            if (known.contains(above + ".*")
                    || (known.contains(above) && known.stream().noneMatch(other -> other.startsWith(above + ".")))) {
                return true;
            }
        }
        return known.contains("*");
    }

    /** A name on the way to one that is listed. */
    private static boolean leadsTo(Set<String> known, String name) {
        if (name.endsWith("[]") && isIn(known, name.substring(0, name.length() - 2))) {
            return true;
        }
        return known.stream().anyMatch(other -> other.startsWith(name + ".") || other.startsWith(name + "["));
    }

    /** Paths of all values, with {@code []} for elements. */
    private static Set<String> names(JsonNode node, String prefix) {
        var names = new LinkedHashSet<String>();
        if (node.isArray()) {
            node.forEach(element -> names.addAll(names(element, prefix + "[]")));
        }
        node.properties().forEach(field -> {
            var name = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            names.add(name);
            names.addAll(names(field.getValue(), name));
        });
        return names;
    }
}
