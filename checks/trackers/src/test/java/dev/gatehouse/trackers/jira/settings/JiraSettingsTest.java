package dev.gatehouse.trackers.jira.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraSettingsTest {
    private static final String LEAST = "trackers:\n  jira:\n    project: SHOP\n    login: {token: {env: TOKEN}}\n";

    private static GatehouseFile file(String text) {
        return GatehouseFile.parse("test.yml", Path.of("").toAbsolutePath(), text);
    }

    private static JiraSettings read(String more, Organisation organisation) {
        return JiraSettings.required(file(LEAST + more), organisation);
    }

    private static Organisation organisation(@Nullable String option, String variable, @Nullable String floor) {
        return Organisation.of(
                option,
                variable.isEmpty() ? Map.of() : Map.of(Organisation.VARIABLE, variable),
                floor == null ? null : file(floor));
    }

    @Test
    void optionComesBeforeTheEnvironmentAndThatBeforeTheOrganisationsFile() {
        var floor = "trackers: {jira: {site: 'https://floor.example'}}";
        assertThat(read("", organisation("https://option.example/", "https://variable.example", floor))
                        .site())
                .isEqualTo(URI.create("https://option.example"));
        assertThat(read("", organisation(null, "https://variable.example", floor))
                        .site())
                .isEqualTo(URI.create("https://variable.example"));
        assertThat(read("", organisation(null, "", floor)).site()).isEqualTo(URI.create("https://floor.example"));
    }

    /** Whoever changes the repository could otherwise have the token sent to a host of their own. */
    @Test
    void siteThatOnlyTheRepositoryNamesGetsNothing() {
        assertThatThrownBy(() -> read("    site: https://evil.example\n", organisation(null, "", null)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("test.yml:5")
                .hasMessageContaining(Organisation.VARIABLE);
    }

    @Test
    void siteOfTheRepositoryMustBeTheOrganisations() {
        var organisation = organisation(null, "https://jira.example", null);
        assertThat(read("    site: https://jira.example/\n", organisation)
                        .site()
                        .getHost())
                .isEqualTo("jira.example");
        assertThatThrownBy(() -> read("    site: https://jira.example.evil.example\n", organisation))
                .hasMessageContaining("is not where the organisation's Jira is (https://jira.example)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://jira.example",
                "https://user:pass@jira.example",
                "https://jira.example?x=1",
                "https:///nohost",
                "ftp://127.0.0.1",
                "not an address"
            })
    void addressThatIsNoneIsTold(String address) {
        assertThatThrownBy(() -> organisation(address, "", null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--site")
                .hasMessageNotContaining("pass@");
    }

    @Test
    void organisationsFileHoldsNothingElseOfJira() {
        assertThatThrownBy(() -> organisation(null, "", "trackers: {jira: {project: SHOP}}"))
                .hasMessageContaining("unknown key 'project'");
    }

    @Test
    void releasesAreOffUnlessAskedForAndStrictThen() {
        var organisation = Organisation.at(URI.create("https://jira.example"));
        assertThat(read("", organisation).versioning()).isNull();
        var versioning = Objects.requireNonNull(
                read("    release: {version: 'shop-{version}'}\n", organisation).versioning());
        assertThat(versioning.nameOf("4.3.0")).isEqualTo("shop-4.3.0");
        assertThat(versioning.done() && versioning.keyed()).isTrue();
        assertThat(versioning.keys()).containsExactly("SHOP");
    }

    @Test
    void organisationsRulesCannotBeLoosened() {
        var loose = "    release: {rules: {done: ignore, keyed: ignore}}\n";
        var floor = "trackers: {jira: {site: 'https://jira.example', release: {rules: {done: fail}}}}";
        var versioning = Objects.requireNonNull(
                read(loose, organisation(null, "", floor)).versioning());
        assertThat(versioning.done()).isTrue();
        assertThat(versioning.keyed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: shop}",
                "{keys: [shop]}",
                "{rules: {done: warn}}",
                "{rules: {doen: fail}}",
                "{exceptions: [{issue: SHOP-1, owner: a, reason: b}]}",
                "{exceptions: [{owner: a, reason: b, expires: 2026-12-31}]}",
                "{exceptions: [{issue: SHOP-1, commit: abcdef0, owner: a, reason: b, expires: 2026-12-31}]}",
                "{exceptions: [{commit: abc, owner: a, reason: b, expires: 2026-12-31}]}",
                "{exceptions: [{subject: '**', owner: a, reason: b, expires: 2026-12-31}]}",
                "{exceptions: [{issue: shop, owner: a, reason: b, expires: 2026-12-31}]}"
            })
    void mistakesOfReleasesAreToldWithTheirPlace(String release) {
        assertThatThrownBy(() ->
                        read("    release: " + release + "\n", Organisation.at(URI.create("https://jira.example"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("test.yml:5");
    }
}
