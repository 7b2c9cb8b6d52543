package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.guidance.GuidanceBook;
import dev.gatehouse.findings.model.Severity;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleFactsTest {
    private static LoadedPlugin plugin() throws Exception {
        return LoadedPlugin.load(PluginJar.in(Path.of(System.getProperty("gatehouse.sast.plugins"))));
    }

    @Test
    void everySecurityTypeOfTheEnginesHasFactsAndGuidance() throws Exception {
        try (var plugin = plugin()) {
            var types = DetectorFactoryCollection.instance().getBugPatterns().stream()
                    .filter(pattern -> pattern.getCategory().equals("SECURITY"))
                    .map(pattern -> pattern.getType())
                    .collect(Collectors.toSet());
            var facts = RuleFacts.load();

            assertThat(plugin.id()).contains("findsecbugs");
            assertThat(types).hasSizeGreaterThan(160);
            assertThat(types)
                    .allSatisfy(type -> assertThat(facts.of(type))
                            .hasValueSatisfying(fact -> assertThat(fact.cwe()).isNotEmpty()));
            assertThat(GuidanceBook.load().types()).containsAll(types);
        }
    }

    @Test
    void theCweOfTheEnginesIsKept() throws Exception {
        try (var plugin = plugin()) {
            var facts = RuleFacts.load();
            assertThat(plugin.id()).isNotBlank();
            assertThat(DetectorFactoryCollection.instance().getBugPatterns())
                    .filteredOn(pattern -> pattern.getCategory().equals("SECURITY") && pattern.getCWEid() > 0)
                    .allSatisfy(pattern -> assertThat(
                                    facts.of(pattern.getType()).orElseThrow().cwe())
                            .containsExactly(pattern.getCWEid()));
        }
    }

    @Test
    void anEngineWithoutAllItsDetectorsIsNotBelieved() throws Exception {
        try (var plugin = plugin()) {
            int all = RuleFacts.load().detectors();
            assertThat(plugin.choose(
                            UserPreferences.createDefaultUserPreferences(), SastRequest.Detectors.SECURITY, all))
                    .isEqualTo(all);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> plugin.choose(
                            UserPreferences.createDefaultUserPreferences(), SastRequest.Detectors.SECURITY, all + 1))
                    .isInstanceOf(EngineFault.class)
                    .hasMessageContaining("security detectors");
        }
    }

    @Test
    void placesWhereDataComesInAreNoWeaknesses() throws Exception {
        var facts = RuleFacts.load();
        for (var type : new String[] {"SERVLET_PARAMETER", "COOKIE_USAGE", "SPRING_ENDPOINT", "JAXRS_ENDPOINT"}) {
            var fact = facts.of(type).orElseThrow();
            assertThat(fact.marker()).isTrue();
            assertThat(Rating.severity(fact, 1, 1)).isEqualTo(Severity.INFO);
        }
    }
}
