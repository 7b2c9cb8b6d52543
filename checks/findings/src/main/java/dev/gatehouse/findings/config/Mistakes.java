package dev.gatehouse.findings.config;

import dev.gatehouse.findings.BadInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The mistakes of one settings file, gathered so that its author hears of all of them at once. */
public final class Mistakes {
    private final List<BadInput> found = new ArrayList<>();

    /** What {@code reading} gives, or nothing when it made a mistake, which is kept. */
    public <T> Optional<T> in(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (BadInput e) {
            found.add(e);
            return Optional.empty();
        }
    }

    public void add(BadInput mistake) {
        found.add(mistake);
    }

    public void addAll(Collection<BadInput> mistakes) {
        found.addAll(mistakes);
    }

    public void addAll(Mistakes others) {
        found.addAll(others.found);
    }

    /** The sentences, in the order of discovery. */
    public List<String> sentences() {
        return found.stream()
                .map(mistake -> String.valueOf(mistake.getMessage()))
                .toList();
    }

    /** Throws one {@link BadInput} with a line for every mistake, if there is any. */
    public void throwIfAny() {
        if (found.size() == 1) {
            throw found.get(0);
        }
        if (!found.isEmpty()) {
            throw new BadInput(sentences().stream().distinct().collect(Collectors.joining("\n")));
        }
    }
}
