package dev.gatehouse.engine.sast.triage.library;

import dev.gatehouse.engine.sast.triage.value.Use;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What methods of libraries do to text: {@code library.csv} beside this class. */
public final class Library {
    private static final Map<String, Effect> ALL = load();

    private Library() {}

    /** What becomes of the text of receiver and arguments. */
    public enum Kind {
        /** It is the result's, as it is. */
        KEEP,
        /** It is the result's, changed in some way. */
        DERIVE,
        SAFE,
        OUTSIDE,
        /** Nothing is known, although the class's other methods are. */
        UNKNOWN
    }

    /** @param fits bits of the uses for which the result is harmless */
    public record Effect(Kind kind, int fits) {}

    /** @param owner internal name of the class that the call names */
    public static Optional<Effect> of(String owner, String method) {
        var effect = ALL.get(owner + '.' + method);
        if (effect == null) {
            effect = ALL.get(owner + ".*");
        }
        return Optional.ofNullable(effect).filter(one -> one.kind() != Kind.UNKNOWN);
    }

    private static Map<String, Effect> load() {
        try (var in = Objects.requireNonNull(Library.class.getResourceAsStream("library.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var effects = new HashMap<String, Effect>();
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                var cells = line.split(",", 3);
                effects.put(cells[0] + '.' + cells[1], effect(cells[2]));
            });
            return Map.copyOf(effects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Effect effect(String words) {
        var kind = Kind.DERIVE;
        int fits = 0;
        for (var word : words.split(" ", -1)) {
            var use = Use.named(word);
            if (use.isPresent()) {
                fits |= use.get().bit();
            } else {
                kind = Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT));
            }
        }
        return new Effect(kind, fits);
    }
}
