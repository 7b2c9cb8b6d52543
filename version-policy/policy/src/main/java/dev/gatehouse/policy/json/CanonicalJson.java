package dev.gatehouse.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

    private CanonicalJson() {}

    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} for what RFC 8785 cannot write. */
    public static String text(JsonNode value) {
        var out = new StringBuilder();
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
        var members = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        out.append('{');
        var separator = "";
        for (var member : members.entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static String number(JsonNode value) {
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("half a surrogate pair is no Unicode text");
                }
                out.append(c).append(text.charAt(++i));
            } else {
                writeCharacter(c, out);
            }
        }
        out.append('"');
    }

    private static void writeCharacter(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
