package dev.gatehouse.policy.edge.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the languages at hand a client wants, by the lookup of RFC 4647 §3.4. */
public final class AcceptLanguage {
    /** Longer lists are cut: nobody speaks more, and reading them costs. */
    private static final int MAX_RANGES = 16;

    private static final int MAX_LENGTH = 512;

    private record Range(String tag, int weight) {}

    private AcceptLanguage() {}

    /** The first of {@code tags} that the header leads to; empty when none does. Letter case has no say. */
    public static Optional<String> lookup(@Nullable String header, Collection<String> tags) {
        if (header == null || header.length() > MAX_LENGTH || tags.isEmpty()) {
            return Optional.empty();
        }
        for (var range : ranges(header)) {
            for (var wanted = range.tag(); !wanted.isEmpty(); wanted = shorter(wanted)) {
                for (var tag : tags) {
                    if (tag.equalsIgnoreCase(wanted)) {
                        return Optional.of(tag);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** By weight, those of the same weight as they were written; {@code *} says nothing in a lookup. */
    private static List<Range> ranges(String header) {
        var ranges = new ArrayList<Range>();
        for (var item : header.split(",", MAX_RANGES + 1)) {
            int semicolon = item.indexOf(';');
            var tag = (semicolon < 0 ? item : item.substring(0, semicolon))
                    .strip()
                    .replace('_', '-')
                    .toLowerCase(Locale.ROOT);
            int weight = semicolon < 0 ? 1000 : Weight.of(item.substring(semicolon + 1));
            if (weight > 0 && !tag.equals("*") && ranges.size() < MAX_RANGES) {
                ranges.add(new Range(tag, weight));
            }
        }
        ranges.sort(Comparator.comparingInt(Range::weight).reversed());
        return ranges;
    }

    /** Without its last subtag, and without a single letter that would then stand at the end. */
    private static String shorter(String tag) {
        int end = tag.lastIndexOf('-');
        if (end >= 2 && tag.charAt(end - 2) == '-') {
            end -= 2;
        }
        return end < 0 ? "" : tag.substring(0, end);
    }
}
