package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodInsnNode;

/** Streams that make objects of what they read, and which classes they let through. */
final class ObjectStreams {
    static final String TYPE = "java/io/ObjectInputStream";

    private static final String RESOLVE = "(Ljava/io/ObjectStreamClass;)Ljava/lang/Class;";
    private static final String FILTER = "#filter";
    /** A filter's pattern (JEP 290) that refuses whatever it does not name. */
    private static final Pattern REFUSING = Pattern.compile("(?:.*;)?\\s*!\\*\\s*(?:;.*)?", Pattern.DOTALL);

    private static final Set<String> NAMES =
            Set.of("getName", "getCanonicalName", "getTypeName", "resolveClass", "forName");

    private final Walker walker;
    private final Map<String, Boolean> known = new HashMap<>();

    ObjectStreams(Walker walker) {
        this.walker = walker;
    }

    static @Nullable Answer answer(Invocation call) {
        if (call.owner().equals("java/io/ObjectInputFilter$Config")
                && call.shape().equals("createFilter/1")) {
            return call.argument(0).constant() instanceof String ? Answer.of(call.argument(0)) : null;
        }
        if (call.isStatic()
                || !call.shape().equals("setObjectInputFilter/1")
                || !call.owner().equals(TYPE)) {
            return null;
        }
        boolean refuses = call.argument(0).constant() instanceof String pattern
                && REFUSING.matcher(pattern).matches();
        call.heap().escape(call.argument(0));
        call.heap()
                .change(
                        call.receiver(),
                        one -> one.slots() == null ? one : one.withSlot(FILTER, Value.constant(refuses ? 1 : 0)));
        return Answer.NOTHING;
    }

    /** @param stream what is known of it; null for nothing but the class that the call names */
    boolean listsClasses(@Nullable Thing stream, String named) {
        if (stream != null && stream.slots() != null) {
            var filter = stream.slots().get(FILTER);
            if (filter != null && Integer.valueOf(1).equals(filter.constant())) {
                return true;
            }
        }
        if (stream != null) {
            return listsClasses(stream.type());
        }
        boolean open = walker.isExtended() && !walker.program().isFinal(named, "resolveClass", RESOLVE);
        return !open && walker.program().below(named).stream().allMatch(this::listsClasses);
    }

    private boolean listsClasses(String type) {
        return known.computeIfAbsent(
                type,
                one -> walker.program()
                        .method(one, "resolveClass", RESOLVE)
                        .flatMap(walker::alone)
                        .filter(ObjectStreams::isListed)
                        .isPresent());
    }

    /** Whether the class's name was found in a list, or begins as one may, whenever a class is given back. */
    private static boolean isListed(Walk walk) {
        var insns = walk.code().insns;
        var outcome = walk.outcome();
        return !outcome.returns()
                || IntStream.range(0, insns.length)
                        .filter(at -> insns[at] instanceof MethodInsnNode call && NAMES.contains(call.name))
                        .anyMatch(at -> (outcome.cleared().getOrDefault(walk.number(at), 0) & Use.LISTED) != 0);
    }
}
