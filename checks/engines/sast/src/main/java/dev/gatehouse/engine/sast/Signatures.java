package dev.gatehouse.engine.sast;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Makes {@code java/lang/Runtime.exec(Ljava/lang/String;)Ljava/lang/Process;} read as Java is written. */
final class Signatures {
    private static final Pattern METHOD = Pattern.compile(
            "([\\w/$]+)\\.([\\w$<>]+)(\\((?:\\[*(?:[BCDFIJSZ]|L[\\w/$]+;))*\\)\\[*(?:[BCDFIJSZV]|L[\\w/$]+;))");
    private static final Pattern FIELD = Pattern.compile("(?:\\w+/)+[\\w$]+\\.\\w+");

    private Signatures() {}

    static String readable(String text) {
        var methods = METHOD.matcher(text).replaceAll(match -> quote(method(match)));
        return FIELD.matcher(methods).replaceAll(match -> quote(match.group().replace('/', '.')));
    }

    private static String method(MatchResult match) {
        var arguments = Arrays.stream(Type.getArgumentTypes(match.group(3)))
                .map(type -> type.getClassName().replaceAll(".*\\.", ""))
                .collect(Collectors.joining(", "));
        return "%s.%s(%s)".formatted(match.group(1).replace('/', '.'), match.group(2), arguments);
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
