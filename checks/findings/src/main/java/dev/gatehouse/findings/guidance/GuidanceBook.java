package dev.gatehouse.findings.guidance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All guidance, from {@code guidance.json} beside this class: bug types, each in a family that shares its advice. */
public final class GuidanceBook {
    private static final String GENERAL = "general";

    private final Map<String, Family> families;
    private final Map<String, Type> types;
    private final Map<Integer, Family> byCwe = new HashMap<>();

    private record Content(Map<String, Family> families, Map<String, Type> types) {}

    private record Family(
            String description,
            String remediation,
            @Nullable String before,
            @Nullable String after,
            @Nullable List<Integer> cwe) {}

    private record Type(
            String title,
            String family,
            @Nullable String description,
            @Nullable String remediation,
            @Nullable String before,
            @Nullable String after) {}

    private GuidanceBook(Content content) {
        this.families = content.families();
        this.types = content.types();
        for (var family : families.values()) {
            for (var number : Objects.requireNonNullElse(family.cwe(), List.<Integer>of())) {
                byCwe.putIfAbsent(number, family);
            }
        }
    }

    /** Reads the texts; takes some milliseconds, so call it when there is a finding to explain. */
    public static GuidanceBook load() {
        try (var in = Objects.requireNonNull(GuidanceBook.class.getResourceAsStream("guidance.json"))) {
            return new GuidanceBook(JsonMapper.builder().build().readValue(in, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException("guidance.json of this installation cannot be read", e);
        }
    }

    /** The bug types that have words of their own. */
    public Set<String> types() {
        return Set.copyOf(types.keySet());
    }

    /**
     * Words on a bug type; on its CWE's family when the type is unknown; never empty.
     *
     * @param cwe numbers, most specific first
     */
    public Guidance of(String type, List<Integer> cwe) {
        var known = types.get(type);
        if (known == null) {
            var family = cwe.stream()
                    .map(byCwe::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> family(GENERAL));
            return guidance(type, "", null, family);
        }
        var words = guidance(
                known.title(),
                Objects.requireNonNullElse(known.description(), ""),
                known.remediation(),
                family(known.family()));
        return known.before() == null || known.after() == null
                ? words
                : new Guidance(words.title(), words.description(), words.remediation(), known.before(), known.after());
    }

    private Family family(String name) {
        return Objects.requireNonNull(families.get(name), name);
    }

    /** A remediation of the type's own replaces the family's, example included; an example for its API replaces both. */
    private static Guidance guidance(String title, String special, @Nullable String fix, Family family) {
        var description = (special + " " + family.description()).strip();
        return fix == null
                ? new Guidance(title, description, family.remediation(), family.before(), family.after())
                : new Guidance(title, description, fix, null, null);
    }
}
