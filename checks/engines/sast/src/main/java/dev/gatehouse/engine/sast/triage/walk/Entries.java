package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Source;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/** What a method that nobody of the project needs to call is given. */
final class Entries {
    /** Annotations of parameters that a web framework fills from a request. */
    private static final Pattern FROM_REQUEST = Pattern.compile("Lorg/springframework/web/bind/annotation/"
            + "(?:RequestParam|PathVariable|RequestHeader|RequestBody|CookieValue|MatrixVariable);"
            + "|L(?:javax|jakarta)/ws/rs/(?:QueryParam|PathParam|HeaderParam|FormParam|CookieParam|MatrixParam);");

    private Entries() {}

    static List<Value> arguments(Code code, Walker walker) {
        var values = new ArrayList<Value>();
        int path = walker.number(0, 0);
        if (!code.isStatic()) {
            values.add(Value.UNKNOWN);
        }
        var types = Type.getArgumentTypes(code.method.desc);
        for (int i = 0; i < types.length; i++) {
            var setting = walker.settings().of(annotations(code, i, types.length));
            if (setting.isPresent()) {
                // whoever else calls it gives what they like
                values.add(setting.get().unproven().sized(types[i].getSize()).numbered(walker.number(path, -1 - i)));
                continue;
            }
            var value = isFromRequest(code, i, types.length)
                            && !Value.ofType(types[i]).isSafe()
                    ? Value.outside(new Source(code.file(), firstLine(code)))
                    : Value.ofType(types[i]);
            values.add(value.numbered(walker.number(path, -1 - i)));
        }
        return values;
    }

    private static int firstLine(Code code) {
        for (int i = 0; i < code.insns.length; i++) {
            if (code.line(i) > 0) {
                return code.line(i);
            }
        }
        return 0;
    }

    private static boolean isFromRequest(Code code, int parameter, int parameters) {
        var annotations = annotations(code, parameter, parameters);
        return annotations != null
                && annotations.stream()
                        .anyMatch(one -> FROM_REQUEST.matcher(one.desc).matches());
    }

    private static @Nullable List<AnnotationNode> annotations(Code code, int parameter, int parameters) {
        var all = code.method.visibleParameterAnnotations;
        return all == null || all.length != parameters ? null : all[parameter];
    }
}
