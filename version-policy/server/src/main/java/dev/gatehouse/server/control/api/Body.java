package dev.gatehouse.server.control.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.web.Request;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object that was sent, read member by member; what is wrong is told with the member's name. */
final class Body {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ITEMS = 1_000;

    private final JsonNode json;
    private final String place;

    private Body(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /** Reads a body that has these members only. */
    static Body of(Request request, String... members) {
        if (!request.header("content-type").startsWith("application/json")) {
            throw new BadInput("send the body as application/json");
        }
        try {
            var json = MAPPER.readTree(request.body());
            return object(json, "", members);
        } catch (IOException e) {
            throw new BadInput("the body is no JSON object", e);
        }
    }

    private static Body object(@Nullable JsonNode json, String place, String... members) {
        if (json == null || !json.isObject()) {
            throw new BadInput(place.isEmpty() ? "the body is no JSON object" : "'%s' is no object".formatted(place));
        }
        var known = Set.of(members);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new BadInput(
                        "%shas members %s only".formatted(place.isEmpty() ? "the body " : place + " ", known));
            }
        });
        return new Body(json, place.isEmpty() ? "" : place + ".");
    }

    /** A text of one line that must be there. */
    String text(String name) {
        var value = json.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new BadInput("'%s%s' is a text that must be there".formatted(place, name));
        }
        return line(name, value.textValue());
    }

    /** A text of one line; empty when it is not there. */
    String textOrEmpty(String name) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new BadInput("'%s%s' is a text".formatted(place, name));
        }
        return line(name, value.textValue());
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var value : array(name)) {
            if (!value.isTextual()) {
                throw new BadInput("'%s%s' is a list of texts".formatted(place, name));
            }
            texts.add(line(name, value.textValue()));
        }
        return texts;
    }

    List<Body> objects(String name, String... members) {
        var objects = new ArrayList<Body>();
        for (var value : array(name)) {
            objects.add(object(value, place + name, members));
        }
        return objects;
    }

    Body object(String name, String... members) {
        return object(json.get(name), place + name, members);
    }

    @Nullable
    Instant timeOrNull(String name) {
        return textOrEmpty(name).isEmpty() ? null : time(name);
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new BadInput("'%s%s' is a time such as 2026-11-25T10:00:00Z".formatted(place, name), e);
        }
    }

    int integer(String name, int least, int most) {
        var value = json.path(name);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw new BadInput("'%s%s' is a whole number from %d to %d".formatted(place, name, least, most));
        }
        return value.intValue();
    }

    boolean flag(String name) {
        var value = json.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new BadInput("'%s%s' is true or false".formatted(place, name));
        }
        return value.asBoolean(false);
    }

    private JsonNode array(String name) {
        var value = json.path(name);
        if (!value.isMissingNode() && (!value.isArray() || value.size() > MOST_ITEMS)) {
            throw new BadInput("'%s%s' is a list of %d items at most".formatted(place, name, MOST_ITEMS));
        }
        return value;
    }

    private String line(String name, String text) {
        if (text.length() > LONGEST_TEXT
                || text.codePoints().anyMatch(point -> Character.isISOControl(point) || isHalf(point))) {
            throw new BadInput("'%s%s' is one line of %d characters at most".formatted(place, name, LONGEST_TEXT));
        }
        return text.strip();
    }

    /** Half a pair of surrogates is no character, and no canonical JSON. */
    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
