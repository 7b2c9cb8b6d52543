package dev.gatehouse.engine.protocol.sca;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@link ScanRequest}: one result an item, in no particular order. */
public record ScanAnswer(List<Result> results) {
    public ScanAnswer {
        results = List.copyOf(results);
    }

    /**
     * What one library is and has.
     *
     * @param key of the item
     * @param parts the library itself first, then those that are shaded into it
     * @param troubles what could not be read; nothing was looked up then, or not everything
     */
    public record Result(String key, List<Part> parts, List<Trouble> troubles) {
        public Result {
            parts = List.copyOf(parts);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * A library, or one that is shaded into it.
     *
     * @param shaded false for the library itself
     * @param purl what it was identified as; none when nothing in it tells
     * @param cpes names under which the database was asked, CPE 2.3
     * @param license as its pom or manifest declares it
     */
    public record Part(
            boolean shaded,
            @Nullable String purl,
            @Nullable String sha1,
            List<String> cpes,
            @Nullable String license,
            List<Vulnerability> vulnerabilities) {
        public Part {
            cpes = List.copyOf(cpes);
            vulnerabilities = List.copyOf(vulnerabilities);
        }
    }

    /**
     * Something that could not be read.
     *
     * @param kind short and stable, such as {@code unreadable-archive}
     */
    public record Trouble(String kind, String sentence) {}
}
