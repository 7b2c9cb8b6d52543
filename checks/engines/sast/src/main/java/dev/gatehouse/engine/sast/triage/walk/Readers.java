package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.OwnText;
import org.jspecify.annotations.Nullable;

/** Readers of texts that the program has itself, as sources of a parser. */
final class Readers {
    static final String SOURCE = "org/xml/sax/InputSource";

    private Readers() {}

    /** What a constructor makes; none when it is no such reader or its text is not the program's own. */
    static @Nullable Value made(Invocation constructor, int number) {
        if (constructor.arguments().size() != 1) {
            return null;
        }
        var from = constructor.argument(0);
        return switch (constructor.call().owner) {
            case "java/io/StringReader", "java/io/ByteArrayInputStream" ->
                constructor.heap().text(from).isSafe()
                        ? Value.constant(OwnText.INSTANCE).numbered(number)
                        : null;
            case SOURCE ->
                from.constant() instanceof OwnText
                        ? constructor.heap().make(number, Thing.text(SOURCE, Value.constant(OwnText.INSTANCE)))
                        : null;
            default -> null;
        };
    }
}
