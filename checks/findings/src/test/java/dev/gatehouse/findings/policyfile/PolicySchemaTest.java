package dev.gatehouse.findings.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.gate.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the reader that decides say the same. */
class PolicySchemaTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path HEALTHY = Path.of("..", "..", "samples", "healthy-service", ".gatehouse.yml");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    /** A policy file that somebody may copy, and whether it is a floor. */
    record Example(String text, boolean floor) {}

    static Stream<Example> examples() throws IOException {
        var page = Files.readString(DOCS.resolve("policy.md"));
        int floors = page.indexOf("## The organisation's floor");
        assertThat(floors).isPositive();
        return EXAMPLE.matcher(page).results().map(example -> new Example(example.group(1), example.start() > floors));
    }

    @Test
    void thePageHasExamplesOfEveryPartOfAFile() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(5).anyMatch(Example::floor);
        assertThat(examples().map(Example::text))
                .anyMatch(text -> text.startsWith("acceptances:"))
                .anyMatch(text -> text.startsWith("vex:"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfThePageIsReadAndValid(Example example) {
        assertThatCode(() -> Scans.policy(example.floor ? null : example.text, example.floor ? example.text : null))
                .doesNotThrowAnyException();
        assertThat(errors(example.text)).isEmpty();
    }

    @Test
    void theFileThatInitWritesIsValidAndSoIsWhatItsCommentsPropose() {
        assertThat(errors(BuiltInPolicy.text())).isEmpty();
        var proposed = BuiltInPolicy.text()
                .lines()
                .filter(line -> line.matches("# (acceptances:|vex:|  .*)"))
                .map(line -> line.substring(2))
                .toList();
        assertThat(proposed).hasSize(8);
        assertThat(errors(String.join("\n", proposed))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PolicyKeys.class)
    void theReaderKnowsTheKeysOfTheSchema(PolicyKeys place) throws IOException {
        var schema = JsonMapper.builder().build().readTree(BuiltInPolicy.schema());
        var definition = schema.path("$defs").path(place.name());
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(definition.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(place.keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaet: {}",
                "version: 2",
                "gate: []",
                "gate: {scaners: []}",
                "gate: {scanners: [sats]}",
                "gate: {problems: warn}",
                "gate: {database: {}}",
                "gate: {database: {max-age-days: 0}}",
                "gate: {service-levels: {high: -1}}",
                "gate: {rules: [{max: 0}]}",
                "gate: {rules: [{name: x}]}",
                "gate: {rules: [{name: x, max: -1}]}",
                "gate: {rules: [{name: x, max: 0, when: {severity: hgih}}]}",
                "gate: {rules: [{name: x, max: 0, when: {}}]}",
                "gate: {rules: [{name: x, max: 0, when: {cwe: [x]}}]}",
                "gate: {rules: [{name: x, max: 0, when: {cwe: []}}]}",
                "gate: {rules: [{name: x, max: 0, when: {owasp: A5}}]}",
                "gate: {rules: [{name: x, max: 0, when: {cvss: 11}}]}",
                "gate: {rules: [{name: x, max: 0, when: {cvss: 7d}}]}",
                "gate: {rules: [{name: x, max: 0, when: {package: org.example}}]}",
                "gate: {rules: [{name: x, max: 0, when: {package: []}}]}",
                "acceptances: [{owner: a, reason: b, expires: 2026-12-31}]",
                "acceptances: [{rule: X, owner: a, reason: b}]",
                "acceptances: [{rule: X, owner: a, reason: b, expires: soon}]",
                "acceptances: [{rule: X, reason: b, expires: 2026-12-31}]",
                "vex: {products: [org.example]}",
                "vex: {products: ['pkg:maven/org.example/shop']}",
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String text) {
        assertThat(errors(text)).isNotEmpty();
        assertThatThrownBy(() -> Scans.policy(text, null)).isInstanceOf(BadInput.class);
    }

    @Test
    void theExamplesOfScanningARunningApplicationAreValidAndTheirMistakesAreNot() throws IOException {
        var page = Files.readString(DOCS.resolve("dast.md"));
        var examples =
                EXAMPLE.matcher(page).results().map(example -> example.group(1)).toList();
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(errors(text)).isEmpty());
        assertThat(errors("dast: {mode: full}")).isNotEmpty();
        assertThat(errors("dast: {target: 'http://x/', mode: deep}")).isNotEmpty();
        assertThat(errors("dast: {target: 'http://x/', limits: {minuts: 3}}")).isNotEmpty();
        assertThat(errors("dast: {target: 'http://x/', login: {}}")).isNotEmpty();
        assertThat(errors("dast: {start: {command: x, port: 70000}}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases.md", "release-calendar.md"})
    void theExamplesOfReleasesAreValid(String page) throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(example -> example.group(1))
                .filter(text -> !text.startsWith(" "))
                .toList();
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(errors(text)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release: {anchor: 2026-9-8}",
                "release: {minor: sometimes}",
                "release: {onHoliday: dance}",
                "release: {hotfix: [tiny]}",
                "release: {tags: v}",
                "release: {freezes: [{from: 2026-12-18, to: 2027-01-04}]}",
                "release: {holidays: [{name: nothing}]}",
                "versions: {supported: 4}",
                "versions: {graceDays: 367}",
                "versions: {apps: {shop: {ios: {store: 'http://x.example', channels: [stable]}}}}",
                "versions: {apps: {shop: {ios: {}}}}",
                "approvals: {require: {boss: 0}}",
                "approvals: {validForDays: 0}",
                "approvals: {rolls: {}}",
            })
    void aMistakeAboutReleasesIsSeenInAnEditor(String text) {
        assertThat(errors(text)).isNotEmpty();
    }

    @Test
    void theHealthyServicesPolicyIsValidAndStrict() throws IOException {
        var text = Files.readString(HEALTHY);
        assertThat(errors(text)).isEmpty();
        assertThat(Scans.policy(text, null).rules()).hasSizeGreaterThan(3);
    }

    @Test
    void theSchemaInDocsIsTheOneOfTheCommand() throws IOException {
        assertThat(DOCS.resolve("schema").resolve("gatehouse-policy.schema.json"))
                .hasContent(BuiltInPolicy.schema());
    }

    private static List<Error> errors(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(BuiltInPolicy.schema(), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML);
    }
}
