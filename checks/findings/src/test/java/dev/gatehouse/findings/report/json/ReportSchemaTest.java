package dev.gatehouse.findings.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.FindingShape;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSchemaTest {

    static Stream<Report> reports() {
        return Stream.of(ReportSamples.realistic(), ReportSamples.hostile(), ReportSamples.clean());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsWrittenIsValid(Report report) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        var out = new ByteArrayOutputStream();
        new JsonFormat().write(report, out);

        assertThat(schema.validate(out.toString(StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaSaysNoToAReportWithoutAVerdict() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        var out = new ByteArrayOutputStream();
        new JsonFormat().write(ReportSamples.realistic(), out);
        var text = out.toString(StandardCharsets.UTF_8);

        assertThat(schema.validate(text.replaceFirst("\"verdict\"", "\"verdikt\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(text.replace("\"critical\"", "\"dire\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyRecordHasExactlyThePropertiesOfItsDefinition() throws IOException {
        var schema = ReportJson.mapper().readTree(schemaText());
        var types = new LinkedHashSet<Class<?>>();
        collect(Report.class, types);

        assertThat(types).hasSizeGreaterThan(25);
        for (var type : types) {
            var definition =
                    type == Report.class ? schema : schema.path("$defs").path(type.getSimpleName());
            assertThat(definition.isMissingNode()).as("definition of " + type).isFalse();
            if (type.isRecord()) {
                checkRecord(type, definition);
            } else if (type.isEnum()) {
                checkEnum(type, definition);
            }
        }
        assertThat(schema.path("$defs").size()).isEqualTo(types.size() - 1);
    }

    private static void checkRecord(Class<?> type, JsonNode definition) {
        var names = new ArrayList<String>();
        var required = new ArrayList<String>();
        if (definition.path("properties").path("type").has("const")) {
            names.add("type");
            required.add("type");
        }
        for (var component : shape(type).getRecordComponents()) {
            names.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        assertThat(definition.path("properties").fieldNames())
                .toIterable()
                .as("properties of " + type)
                .containsExactlyElementsOf(names);
        assertThat(definition.path("required"))
                .as("required of " + type)
                .map(JsonNode::asText)
                .containsExactlyElementsOf(required);
    }

    /** A finding is written as one flat object. */
    private static Class<?> shape(Class<?> type) {
        return type == Finding.class ? FindingShape.class : type;
    }

    private static void checkEnum(Class<?> type, JsonNode definition) {
        var labels = Arrays.stream(type.getEnumConstants())
                .map(value -> ReportJson.mapper().valueToTree(value).asText())
                .toList();
        assertThat(definition.path("enum"))
                .as("values of " + type)
                .map(JsonNode::asText)
                .containsExactlyElementsOf(labels);
        assertThat(Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(JsonValue.class)))
                .hasSize(1);
    }

    /** All records, enums and sealed interfaces of ours that a report is made of. */
    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> ours && ours.getName().startsWith("dev.gatehouse.") && found.add(ours)) {
            if (ours.isRecord()) {
                Arrays.stream(shape(ours).getRecordComponents())
                        .forEach(component -> collect(component.getGenericType(), found));
            }
            var alternatives = ours.getAnnotation(JsonSubTypes.class);
            if (alternatives != null) {
                Arrays.stream(alternatives.value()).forEach(one -> collect(one.value(), found));
            }
        }
    }

    private static String schemaText() throws IOException {
        try (var in = Objects.requireNonNull(JsonFormat.class.getResourceAsStream("report.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
