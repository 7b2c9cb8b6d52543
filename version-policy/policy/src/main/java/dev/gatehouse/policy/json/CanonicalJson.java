package dev.gatehouse.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one way to write a JSON value, RFC 8785 (JCS): no white space, members sorted by UTF-16 code units, numbers as
 * ECMAScript writes them, UTF-8.
 *
 * <p>A whole number beyond 2^53 is refused rather than rounded, and so is half a surrogate pair: both would let two
 * different values have one form.
 */
public final class CanonicalJson {
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private static final int USUAL_LENGTH = 1024;

    private CanonicalJson() {}

    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} for what RFC 8785 cannot write. */
    public static String text(JsonNode value) {
        var out = new StringBuilder(USUAL_LENGTH);
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject((ObjectNode) value, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < value.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(value.get(i), out);
                }
                out.append(']');
            }
            case STRING -> writeString(value.textValue(), out);
            case NUMBER -> out.append(number(value));
            case BOOLEAN, NULL -> out.append(value.asText());
            default -> throw new IllegalArgumentException("JSON has no " + value.getNodeType());
        }
    }

    private static void writeObject(ObjectNode object, StringBuilder out) {
        out.append('{');
        var separator = "";
        for (var member : sorted(object)) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    /** What was read from canonical JSON is in order already. */
    private static Set<Map.Entry<String, JsonNode>> sorted(ObjectNode object) {
        var last = "";
        for (var member : object.properties()) {
            if (member.getKey().compareTo(last) < 0) {
                var sorted = new TreeMap<String, JsonNode>();
                object.properties().forEach(other -> sorted.put(other.getKey(), other.getValue()));
                return sorted.entrySet();
            }
            last = member.getKey();
        }
        return object.properties();
    }

    private static String number(JsonNode value) {
        if (value.isInt()) {
            return Integer.toString(value.intValue());
        }
        if (!value.isIntegralNumber()) {
            return EcmaNumber.of(value.doubleValue());
        }
        if (value.bigIntegerValue().abs().compareTo(EXACT) > 0) {
            throw new IllegalArgumentException(value + " is beyond 2^53: write it as a text");
        }
        return value.bigIntegerValue().toString();
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, start, i);
                writeEscaped(c, out);
                start = i + 1;
            } else if (Character.isSurrogate(c)) {
                requirePair(text, i++);
            }
        }
        out.append(text, start, text.length()).append('"');
    }

    private static void requirePair(String text, int at) {
        if (!Character.isHighSurrogate(text.charAt(at))
                || at + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(at + 1))) {
            throw new IllegalArgumentException("half a surrogate pair is no Unicode text");
        }
    }

    private static void writeEscaped(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u%04x".formatted((int) c));
        }
    }
}
