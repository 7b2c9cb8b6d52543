package dev.gatehouse.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import dev.gatehouse.findings.config.YamlFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundSetter;

/** The sample of Configuration as Code sets all that there is, and nothing else; its values pass the form's checks. */
final class ConfigurationSampleTest {
    private static final Path SAMPLE = Path.of("../samples/jenkins/gatehouse.yaml");

    @Test
    void everySetterIsInTheSampleAndTheOtherWayRound() {
        assertThat(section().keys())
                .containsExactlyInAnyOrderElementsOf(setters().stream()
                        .map(ConfigurationSampleTest::property)
                        .toList());
    }

    /** As Configuration as Code does it: each value by its setter, converted to the setter's type. */
    @Test
    void everyValueOfTheSampleIsWhatTheConfigurationThenHas() throws Exception {
        // Jenkins' own constructor and store are not here; all else is the real thing
        var configuration = (GatehouseConfiguration)
                new XStream().getReflectionProvider().newInstance(GatehouseConfiguration.class);
        var section = section();
        for (var setter : setters()) {
            var name = property(setter);
            var value = converted(section.require(name).text(), setter.getParameterTypes()[0]);
            try {
                setter.invoke(configuration, value);
            } catch (InvocationTargetException e) {
                var why = Objects.requireNonNull(e.getCause());
                assertThat(why.getStackTrace())
                        .as("%s", why)
                        .anyMatch(frame -> frame.getMethodName().equals("save"));
            }
            var getter = GatehouseConfiguration.class.getMethod(
                    (value instanceof Boolean ? "is" : "get") + setter.getName().substring(3));
            assertThat(getter.invoke(configuration)).as(name).isEqualTo(value);
        }
        assertThat(configuration.database().isServer()).isTrue();
        assertThat(configuration.updates().hours()).isEqualTo(24);
        assertThat(configuration.outbox().isDatabase()).isTrue();
        assertThat(configuration.server().isSet()).isTrue();
    }

    private static Object converted(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return type == boolean.class ? (Object) Boolean.valueOf(text) : text;
    }

    private static List<Method> setters() {
        return Arrays.stream(GatehouseConfiguration.class.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .toList();
    }

    private static String property(Method setter) {
        return Character.toLowerCase(setter.getName().charAt(3))
                + setter.getName().substring(4);
    }

    @Test
    void itsValuesPassTheChecksOfTheForm() {
        var section = section();

        assertThat(FormChecks.database(section.require("vulnerabilityDatabase").text()))
                .isEmpty();
        assertThat(FormChecks.address(section.require("jiraSite").text())).isEmpty();
        assertThat(FormChecks.address(section.require("githubApi").text())).isEmpty();
        assertThat(FormChecks.address(section.require("serverUrl").text())).isEmpty();
        assertThat(FormChecks.address(
                        section.require("vulnerabilityDatabaseMirror").text()))
                .isEmpty();
        assertThat(FormChecks.outbox(section.require("outboxPlace").text())).isEmpty();
        assertThat(FormChecks.hours(
                        section.require("vulnerabilityDatabaseUpdateHours").text(),
                        section.require("vulnerabilityDatabase").text()))
                .isEmpty();
        assertThat(FormChecks.floor(section.require("policyFloor").text())).isEmpty();
    }

    @Test
    void whatCannotWorkIsSaidBeforeItIsSaved() {
        assertThat(FormChecks.hours("24", "")).get().asString().contains("what comes along is not updated");
        assertThat(FormChecks.hours("daily", "/data")).isPresent();
        assertThat(FormChecks.hours("0", "")).isEmpty();
        assertThat(FormChecks.outbox("jdbc:postgresql://db.example.org/gatehouse"))
                .isPresent();
        assertThat(FormChecks.outbox("jdbc:postgresql://db.example.org/g?user=b&password=p"))
                .isPresent();
        assertThat(FormChecks.outbox("")).isEmpty();
        assertThat(FormChecks.passphrase(true, "")).isPresent();
        assertThat(FormChecks.passphrase(false, "")).isEmpty();
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
