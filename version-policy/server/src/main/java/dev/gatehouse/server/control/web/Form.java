package dev.gatehouse.server.control.web;

import dev.gatehouse.findings.BadInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of a form, in {@code application/x-www-form-urlencoded}. */
public record Form(Map<String, List<String>> fields) {
    public static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 200;

    /** Reads a form; throws {@link BadInput} for half an escape. */
    public static Form parse(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (var pair : text.split("&", -1)) {
            if (pair.isEmpty() || count++ == MOST_FIELDS) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            fields.computeIfAbsent(name, unused -> new ArrayList<>())
                    .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Form(fields);
    }

    public Optional<String> find(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Every value of a field that may stand several times, such as check boxes. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** A field without the white space around it; empty when it is not there. */
    public String text(String name) {
        return find(name).orElse("").strip();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput("the form is not percent-encoded as it should be", e);
        }
    }
}
