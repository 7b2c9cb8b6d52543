package dev.gatehouse.findings.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.gatehouse.findings.model.FindingShape;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Long texts, which many findings share: each is written once, at the end, and referred to by number. */
final class NumberedTexts {
    private static final Object ATTRIBUTE = NumberedTexts.class;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** Writes findings with numbers in place of their texts. */
    ObjectWriter writer() {
        return ReportJson.mapper()
                .copy()
                .addMixIn(FindingShape.class, Shared.class)
                .writer()
                .withAttribute(ATTRIBUTE, this);
    }

    /** The texts, by number. */
    List<String> all() {
        return List.copyOf(numbers.keySet());
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, any -> numbers.size());
    }

    /** Which properties of a finding are shared. */
    interface Shared {
        @JsonSerialize(using = AsNumber.class)
        String description();

        @JsonSerialize(using = AsNumber.class)
        String remediation();
    }

    /** Called by Jackson. */
    static final class AsNumber extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            var texts = (NumberedTexts) Objects.requireNonNull(provider.getAttribute(ATTRIBUTE));
            json.writeNumber(texts.number(text));
        }
    }
}
