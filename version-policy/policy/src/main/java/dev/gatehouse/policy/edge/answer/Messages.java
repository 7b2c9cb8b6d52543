package dev.gatehouse.policy.edge.answer;

import dev.gatehouse.policy.edge.http.AcceptLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value for each language of a document, and the way from a client's preferences to one of them. */
final class Messages<T> {
    private static final String USUAL = "en";

    private final Map<String, T> byTag;
    private final List<String> tags;
    private final Optional<T> usual;

    Messages(Map<String, T> byTag) {
        var sorted = new TreeMap<>(byTag);
        this.byTag = Map.copyOf(sorted);
        this.tags = List.copyOf(sorted.keySet());
        this.usual = sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.getOrDefault(USUAL, sorted.firstEntry().getValue()));
    }

    /** What the client wants, else English, else the first by tag; empty when the document has no message. */
    Optional<T> find(@Nullable String acceptLanguage) {
        return tags.size() < 2
                ? usual
                : AcceptLanguage.lookup(acceptLanguage, tags).map(byTag::get).or(() -> usual);
    }
}
