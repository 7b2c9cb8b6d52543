package dev.gatehouse.findings.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a scanner says so. All texts are hostile: they come from the scanned project and are escaped by whoever shows
 * them.
 *
 * @param excerpt the source around the place, if the source was found
 * @param steps the way through the code or the requests, from source to sink
 * @param facts named details in the order to show them, such as {@code affected versions}
 * @param references addresses of advisories and explanations
 */
public record Evidence(
        @Nullable Excerpt excerpt, List<Step> steps, Map<String, String> facts, List<String> references) {

    public static final Evidence NONE = new Evidence(null, List.of(), Map.of(), List.of());

    public Evidence {
        steps = List.copyOf(steps);
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        references = List.copyOf(references);
    }

    public Evidence withExcerpt(Excerpt source) {
        return new Evidence(source, steps, facts, references);
    }

    /**
     * Lines of source code.
     *
     * @param startLine number of the first line, from 1
     */
    public record Excerpt(int startLine, List<String> lines) {
        public Excerpt {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One step of the way.
     *
     * @param file relative to the project's directory, if known
     * @param line from 1; 0 when unknown
     */
    public record Step(String message, @Nullable String file, int line) {}
}
