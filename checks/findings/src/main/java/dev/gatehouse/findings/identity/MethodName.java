package dev.gatehouse.findings.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method as it is recognised in another build.
 *
 * @param name without the numbers that the compiler gives to lambda bodies; empty for a finding about a class
 * @param parameters descriptor (JVM specification 4.3.3) with simple type names, so that a renamed package changes
 *     nothing
 */
public record MethodName(String name, String parameters) {
    private static final Pattern LAMBDA = Pattern.compile("^(lambda\\$.*\\$)\\d+$");
    private static final Pattern ACCESSOR = Pattern.compile("^(access\\$)\\d+$");

    /** Reads name and descriptor, such as {@code add(Lshop/Item;)V}. */
    public static MethodName of(@Nullable String method) {
        if (method == null) {
            return new MethodName("", "");
        }
        int bracket = method.indexOf('(');
        var name = bracket < 0 ? method : method.substring(0, bracket);
        var descriptor = bracket < 0 ? "" : method.substring(bracket);
        return new MethodName(
                ACCESSOR.matcher(LAMBDA.matcher(name).replaceFirst("$1")).replaceFirst("$1"), simpleTypes(descriptor));
    }

    /** One pass, since a hostile class file can have a descriptor of 65,535 characters. */
    private static String simpleTypes(String descriptor) {
        var simple = new StringBuilder();
        int at = 0;
        while (at < descriptor.length()) {
            char character = descriptor.charAt(at);
            int end = character == 'L' ? descriptor.indexOf(';', at) : -1;
            if (end < 0) {
                simple.append(character);
                at++;
            } else {
                var type = descriptor.substring(at + 1, end + 1);
                simple.append('L').append(type, type.lastIndexOf('/') + 1, type.length());
                at = end + 1;
            }
        }
        return simple.toString();
    }

    /** Name and parameters together. */
    public String signature() {
        return name + parameters;
    }
}
