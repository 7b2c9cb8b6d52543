package dev.gatehouse.trackers.jira.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.policyfile.BuiltInPolicy;
import dev.gatehouse.trackers.config.TrackersSection;
import dev.gatehouse.trackers.github.GitHubSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the readers of this module say the same. */
class TrackersSchemaTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Organisation ORGANISATION = Organisation.at(URI.create("https://jira.example"));
    private static final String LEAST = "project: SHOP, login: {token: {env: TOKEN}}";

    private static List<Error> errors(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(BuiltInPolicy.schema(), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML);
    }

    private static void read(String yaml) {
        var file = GatehouseFile.parse("test.yml", Path.of("").toAbsolutePath(), yaml);
        JiraSettings.of(file, ORGANISATION);
        var mistakes = file.mistakes();
        GitHubSettings.read(TrackersSection.read(file, mistakes).github(), mistakes);
        mistakes.throwIfAny();
    }

    /** A key that nobody knows makes the reader list those that it does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JIRA|jira: {LEAST, qqqqqqqqqqqq: x}",
                "JIRA_LOGIN|jira: {project: SHOP, login: {token: {env: T}, qqqqqqqqqqqq: x}}",
                "JIRA_GROUP|jira: {LEAST, group: {qqqqqqqqqqqq: x}}",
                "JIRA_ISSUE|jira: {LEAST, issue: {qqqqqqqqqqqq: x}}",
                "JIRA_ASSIGNEE|jira: {LEAST, assignee: {qqqqqqqqqqqq: x}}",
                "JIRA_CLOSE|jira: {LEAST, close: {qqqqqqqqqqqq: x}}",
                "JIRA_RELEASE|jira: {LEAST, release: {qqqqqqqqqqqq: x}}",
                "JIRA_EXCEPTION|jira: {LEAST, release: {exceptions: [{issue: SHOP-1, owner: a, reason: b,"
                        + " expires: 2026-12-31, qqqqqqqqqqqq: x}]}}",
                "GITHUB|github: {qqqqqqqqqqqq: x}",
                "TRACKERS|qqqqqqqqqqqq: x"
            })
    void keysOfTheReaderAreThoseOfTheSchema(String definition, String section) throws IOException {
        var yaml = "trackers: {%s}".formatted(section.replace("LEAST", LEAST));
        var message = String.valueOf(catchThrowable(() -> read(yaml)).getMessage());
        var known = Arrays.asList(
                message.replaceFirst("(?s).*unknown key 'q+'; known are ", "").split(", "));
        var schema = JsonMapper.builder().build().readTree(BuiltInPolicy.schema());
        var place = schema.path("$defs").path(definition);
        assertThat(place.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(place.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{jira: {project: shop}}",
                "{jira: {LEAST, edition: server}}",
                "{jira: {LEAST, severity: hgih}}",
                "{jira: {LEAST, group: files}}",
                "{jira: {LEAST, max-new-issues: -1}}",
                "{jira: {LEAST, create-for: some}}",
                "{jira: {project: SHOP, login: {token: s3cr3t}}}",
                "{jira: {project: SHOP, login: {token: {env: A, file: B}}}}",
                "{jira: {project: SHOP, login: {user: a}}}",
                "{jira: {LEAST, issue: {due: maybe}}}",
                "{jira: {LEAST, issue: {labels: ['two words']}}}",
                "{jira: {LEAST, issue: {priority: {worst: A}}}}",
                "{jira: {LEAST, assignee: {from: [guess]}}}",
                "{jira: {LEAST, close: {acceptance-days: 0}}}",
                "{jira: {LEAST, release: {version: shop}}}",
                "{jira: {LEAST, release: {rules: {done: warn}}}}",
                "{jira: {LEAST, release: {exceptions: [{issue: SHOP-1}]}}}",
                "{jira: {LEAST, requests-per-second: 0}}",
                "{github: {check: maybe}}",
                "{github: {annotations: -1}}"
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String section) {
        var yaml = "trackers: " + section.replace("LEAST", LEAST);
        assertThat(errors(yaml)).isNotEmpty();
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(BadInput.class);
    }

    /** The page shows parts of one section; together they are a file. */
    @Test
    void examplesOfThePageAreReadAndValid() throws IOException {
        var page = Files.readString(Path.of("..", "..", "docs", "jira.md"));
        var examples =
                EXAMPLE.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
        var yaml = String.join("", examples);
        assertThat(errors(yaml)).isEmpty();
        assertThatCode(() -> read(yaml)).doesNotThrowAnyException();
    }
}
