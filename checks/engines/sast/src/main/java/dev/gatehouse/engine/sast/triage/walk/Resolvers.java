package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.MethodName;
import dev.gatehouse.engine.sast.triage.value.Value.OwnText;
import dev.gatehouse.engine.sast.triage.value.Value.ResourceName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/**
 * Resolvers of entities. One that always gives something of the program's own, or always throws, keeps a parser from
 * reading what a document names; one that may give null makes the parser read it after all.
 */
final class Resolvers {
    private final Walker walker;

    Resolvers(Walker walker) {
        this.walker = walker;
    }

    boolean refuses(Heap heap, Value resolver) {
        if (resolver.constant() instanceof MethodName lambda) {
            return walker.program()
                    .method(lambda.owner(), lambda.name(), lambda.descriptor())
                    .filter(this::refuses)
                    .isPresent();
        }
        var type = heap.of(resolver)
                .filter(thing -> thing.kind() == Thing.Kind.BEAN)
                .map(Thing::type);
        var node = type.flatMap(walker.program()::type);
        if (node.isEmpty()) {
            return false;
        }
        List<MethodNode> resolving = node.get().methods.stream()
                .filter(method -> method.name.equals("resolveEntity"))
                .toList();
        return !resolving.isEmpty()
                && resolving.stream()
                        .allMatch(method -> walker.program()
                                .method(type.get(), method.name, method.desc)
                                .filter(this::refuses)
                                .isPresent());
    }

    private boolean refuses(Code code) {
        return walker.apart(code)
                .map(Walk::outcome)
                .filter(outcome -> !outcome.returns() || isOwn(outcome.heap(), outcome.value()))
                .isPresent();
    }

    private static boolean isOwn(Heap heap, @Nullable Value source) {
        return source != null
                && (source.constant() instanceof ResourceName
                        || heap.of(source)
                                .filter(thing -> thing.type().equals(Readers.SOURCE))
                                .filter(thing -> thing.content().constant() instanceof OwnText)
                                .isPresent());
    }
}
