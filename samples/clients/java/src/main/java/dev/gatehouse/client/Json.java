package dev.gatehouse.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) into maps, lists, texts, longs, doubles and booleans; null as {@link #NULL}. */
final class Json {
    static final Object NULL = new Object();

    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException} for what is no JSON object. */
    static Map<?, ?> object(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length() || !(value instanceof Map)) {
            throw json.wrong();
        }
        return (Map<?, ?>) value;
    }

    /** A member that must be there; throws {@link IllegalArgumentException} when it is not. */
    static Object required(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no member " + name);
        }
        return value;
    }

    private Object value() {
        space();
        switch (next()) {
            case '{':
                return members();
            case '[':
                return items();
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", NULL);
            default:
                return number();
        }
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        deeper();
        at++;
        space();
        while (next() != '}') {
            space();
            String name = string();
            space();
            expect(':');
            // two members of one name could mean one thing to us and another to whoever signed
            if (members.put(name, value()) != null) {
                throw wrong();
            }
            space();
            if (next() != '}') {
                expect(',');
                space();
                if (next() == '}') {
                    throw wrong();
                }
            }
        }
        at++;
        depth--;
        return members;
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        deeper();
        at++;
        space();
        while (next() != ']') {
            items.add(value());
            space();
            if (next() != ']') {
                expect(',');
                space();
                if (next() == ']') {
                    throw wrong();
                }
            }
        }
        at++;
        depth--;
        return items;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (next() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = next();
        at++;
        switch (c) {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                if (at + 4 > text.length()) {
                    throw wrong();
                }
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            case '"':
            case '\\':
            case '/':
                return c;
            default:
                throw wrong();
        }
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        if (number.matches("-?(0|[1-9][0-9]{0,17})")) {
            return Long.valueOf(number);
        }
        if (number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return Double.valueOf(number);
        }
        throw wrong();
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong();
        }
        at++;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at " + at);
    }
}
