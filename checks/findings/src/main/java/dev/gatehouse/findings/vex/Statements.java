package dev.gatehouse.findings.vex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The statements of one file while it is read, and what the formats have in common. */
final class Statements {
    /** Clocks differ, and some tools write local time as if it were UTC. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(26);

    private final String file;
    private final Instant now;
    private final List<VexStatement> believed = new ArrayList<>();
    private final List<VexDocument.Refusal> refused = new ArrayList<>();

    Statements(String file, Instant now) {
        this.file = VisibleText.brief(file);
        this.now = now;
    }

    List<VexStatement> believed() {
        return believed;
    }

    List<VexDocument.Refusal> refused() {
        return refused;
    }

    String source(String pointer) {
        return file + "#" + pointer;
    }

    /** Keeps what {@code reading} gives; a {@link BadInput} from it refuses that statement and no other. */
    void add(String pointer, Supplier<VexStatement> reading) {
        try {
            believed.add(reading.get());
        } catch (BadInput e) {
            refused.add(new VexDocument.Refusal(source(pointer), VisibleText.brief(String.valueOf(e.getMessage()))));
        }
    }

    /** A text that is there and not blank, safe to print. */
    Optional<String> text(JsonNode object, String field) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new BadInput("'%s' must be a text".formatted(field));
        }
        return Optional.of(VisibleText.brief(value.asText().strip())).filter(text -> !text.isEmpty());
    }

    /** The elements of a list that may be missing. */
    List<JsonNode> list(JsonNode object, String field) {
        var value = object.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw new BadInput("'%s' must be a list".formatted(field));
        }
        var elements = new ArrayList<JsonNode>();
        value.forEach(elements::add);
        return elements;
    }

    /** A time in the past, if the field is there. */
    Optional<Instant> time(JsonNode object, String field) {
        return text(object, field).map(text -> past(field, text));
    }

    private Instant past(String field, String text) {
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(
                    "'%s' is '%s', which is no time: write it as 2026-01-31T12:00:00Z".formatted(field, text), e);
        }
        if (time.isAfter(now.plus(CLOCK_SKEW))) {
            throw new BadInput("'%s' is %s, which is in the future".formatted(field, text));
        }
        return time;
    }

    /** The identifiers of one vulnerability; two CVE numbers are two vulnerabilities. */
    Set<String> vulnerability(List<String> names) {
        var ids = names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            throw new BadInput("names no vulnerability");
        }
        var cves = ids.stream().filter(id -> id.startsWith("CVE-")).toList();
        if (cves.size() > 1) {
            throw new BadInput(
                    "calls %s one vulnerability; make a statement for each".formatted(String.join(" and ", cves)));
        }
        return ids;
    }
}
