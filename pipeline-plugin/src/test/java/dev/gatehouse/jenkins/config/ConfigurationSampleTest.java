package dev.gatehouse.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.YamlFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundSetter;

/** The sample of Configuration as Code sets all that there is, and nothing else; its values pass the form's checks. */
final class ConfigurationSampleTest {
    private static final Path SAMPLE = Path.of("../samples/jenkins/gatehouse.yaml");

    @Test
    void everySetterIsInTheSampleAndTheOtherWayRound() {
        var setters = Arrays.stream(GatehouseConfiguration.class.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4))
                .toList();

        assertThat(section().keys()).containsExactlyInAnyOrderElementsOf(setters);
    }

    @Test
    void itsValuesPassTheChecksOfTheForm() {
        var section = section();

        assertThat(FormChecks.database(section.require("vulnerabilityDatabase").text()))
                .isEmpty();
        assertThat(FormChecks.address(section.require("jiraSite").text())).isEmpty();
        assertThat(FormChecks.address(section.require("githubApi").text())).isEmpty();
        assertThat(FormChecks.floor(section.require("policyFloor").text())).isEmpty();
    }

    @Test
    void aTokenGoesNowhereInTheOpen() {
        assertThat(FormChecks.address("http://jira.example")).isPresent();
        assertThat(FormChecks.address("https://user:secret@jira.example")).isPresent();
        assertThat(FormChecks.address("https://")).isPresent();
        assertThat(FormChecks.address("http://localhost:8080")).isEmpty();
    }

    private static dev.gatehouse.findings.config.YamlMap section() {
        return YamlFile.read(SAMPLE)
                .require("unclassified")
                .map()
                .require("gatehouse")
                .map();
    }
}
