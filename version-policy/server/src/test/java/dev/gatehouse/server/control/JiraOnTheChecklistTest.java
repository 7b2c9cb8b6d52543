package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.control.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira's word on a release comes from a build; whoever decides sees whether it came. */
class JiraOnTheChecklistTest {
    private static final String PAGE = "/releases/shop/ios/stable/1.1.0";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void silenceIsShownUntilABuildTells() throws IOException {
        var policy = House.POLICY.formatted(LocalDate.now(ZoneOffset.UTC).plusDays(20));
        Files.writeString(folder.resolve("policy.yml"), policy + "trackers: {jira: {project: SHOP, release: {}}}\n");
        try (var house = new House(folder)) {
            house.person("dora", Role.DEVELOPER);
            var build = new Asking(house, house.token("dora"));
            build.post("/api/v1/candidates", Asking.proposal("1.1.0"));
            var vera = new Visiting(house).signIn("vera", house.person("vera", Role.VIEWER));
            assertThat(vera.get(PAGE).body()).contains("<b>jira</b> not checked");
            build.post(
                    "/api/v1/candidates/shop/ios/stable/1.1.0/checks",
                    "{\"name\":\"jira\",\"kept\":false,\"reason\":\"SHOP-7 is not done\"}");
            assertThat(vera.get(PAGE).body())
                    .contains("SHOP-7 is not done", "told by dora, ")
                    .doesNotContain("not checked");
        }
    }

    @Test
    void whereNoPolicyAsksJiraNothingIsMissed() throws IOException {
        try (var house = new House(folder)) {
            house.person("dora", Role.DEVELOPER);
            new Asking(house, house.token("dora")).post("/api/v1/candidates", Asking.proposal("1.1.0"));
            var vera = new Visiting(house).signIn("vera", house.person("vera", Role.VIEWER));
            assertThat(vera.get(PAGE).body()).contains("1.1.0").doesNotContain("not checked");
        }
    }
}
