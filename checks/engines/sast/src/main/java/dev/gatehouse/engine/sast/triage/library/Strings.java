package dev.gatehouse.engine.sast.triage.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Methods of {@link String} on constants, computed as the program would. */
public final class Strings {
    private Strings() {}

    /**
     * The constant that the call gives; booleans and characters are integers, as in byte code.
     *
     * @param arguments constants: {@link String} or {@link Integer}
     */
    public static Optional<Object> fold(String text, String method, String descriptor, List<Object> arguments) {
        try {
            return Optional.ofNullable(result(text, method, descriptor, arguments));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty(); // the program throws here
        }
    }

    private static @org.jspecify.annotations.Nullable Object result(
            String text, String method, String descriptor, List<Object> given) {
        return switch (method + descriptor.substring(0, descriptor.indexOf(')') + 1)) {
            case "length()" -> text.length();
            case "isEmpty()" -> bit(text.isEmpty());
            case "isBlank()" -> bit(text.isBlank());
            case "trim()" -> text.trim();
            case "strip()" -> text.strip();
            case "toString()", "intern()" -> text;
            case "toLowerCase()" -> ascii(text) ? text.toLowerCase(Locale.ROOT) : null;
            case "toUpperCase()" -> ascii(text) ? text.toUpperCase(Locale.ROOT) : null;
            case "hashCode()" -> text.hashCode();
            case "charAt(I)" -> (int) text.charAt((Integer) given.get(0));
            case "substring(I)" -> text.substring((Integer) given.get(0));
            case "substring(II)" -> text.substring((Integer) given.get(0), (Integer) given.get(1));
            case "indexOf(Ljava/lang/String;)" -> text.indexOf((String) given.get(0));
            case "indexOf(I)" -> text.indexOf((Integer) given.get(0));
            case "lastIndexOf(Ljava/lang/String;)" -> text.lastIndexOf((String) given.get(0));
            case "concat(Ljava/lang/String;)" -> text + given.get(0);
            case "equals(Ljava/lang/Object;)" -> bit(text.equals(given.get(0)));
            case "equalsIgnoreCase(Ljava/lang/String;)" -> bit(text.equalsIgnoreCase((String) given.get(0)));
            case "startsWith(Ljava/lang/String;)" -> bit(text.startsWith((String) given.get(0)));
            case "endsWith(Ljava/lang/String;)" -> bit(text.endsWith((String) given.get(0)));
            case "contains(Ljava/lang/CharSequence;)" -> bit(text.contains((String) given.get(0)));
            case "replace(CC)" ->
                text.replace((char) (int) (Integer) given.get(0), (char) (int) (Integer) given.get(1));
            default -> null;
        };
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static int bit(boolean yes) {
        return yes ? 1 : 0;
    }

    /** A constant as {@code append} or concatenation writes it, by the type of the parameter. */
    public static Optional<String> written(Object constant, char type) {
        if (constant instanceof String text) {
            return Optional.of(text);
        }
        if (constant instanceof Long number) {
            return Optional.of(number.toString());
        }
        if (constant instanceof Integer number) {
            return switch (type) {
                case 'C' -> Optional.of(String.valueOf((char) (int) number));
                case 'Z' -> Optional.of(number == 0 ? "false" : "true");
                case 'I', 'B', 'S' -> Optional.of(number.toString());
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
