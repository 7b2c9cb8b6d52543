package dev.gatehouse.policy.train;

import static dev.gatehouse.policy.train.Trains.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.version.Bump;
import dev.gatehouse.policy.version.SemVer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A repository can only be stricter than its organisation. */
class ReleaseFloorTest {
    private static final String OWN = """
            anchor: 2026-01-06
            timeZone: Europe/Berlin
            minor: every week
            major: every quarter
            toleranceDays: 3
            hotfix: [patch, minor]
            """;

    @Test
    void theRarerCadenceAndTheShorterToleranceCount() {
        var train = train(OWN, "minor: every 2 weeks\nmajor: any time\ntoleranceDays: 1\n");
        assertThat(train.minor()).hasToString("every 2 weeks");
        assertThat(train.major()).hasToString("every 3 months");
        assertThat(train.toleranceDays()).isEqualTo(1);
        assertThat(train(OWN, "minor: every week\ntoleranceDays: 5").toleranceDays())
                .isEqualTo(3);
        assertThat(train(OWN.replace("minor: every week\n", ""), "minor: every month")
                        .minor())
                .hasToString("every month");
    }

    @Test
    void theHotfixLaneIsForWhatBothLetIn() {
        assertThat(train(OWN, "hotfix: [patch]").hotfixes()).containsExactly(Bump.PATCH);
        assertThat(train(OWN, "hotfix: []").hotfixes()).isEmpty();
    }

    @Test
    void theFloorsDaysCannotBeMoved() {
        var train = train(OWN, "anchor: 2026-01-05\ntimeZone: UTC\n");
        assertThat(train.anchor()).isEqualTo(day("2026-01-05"));
        assertThat(train.calendar().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(train.weekday()).hasToString("MONDAY");
    }

    @Test
    void freezesAddUpAndAnOwnExceptionDoesNotOpenTheFloors() {
        var train = train(
                OWN + "freezes: [{from: 2026-02-01, to: 2026-02-28, reason: ours, exceptions: [patch]}]",
                "freezes: [{from: 2026-02-10, to: 2026-02-12, reason: theirs}]\nholidays: [02-03]");
        assertThat(freeze(train, "2026-02-09")).isEmpty();
        assertThat(freeze(train, "2026-02-11")).containsExactly("frozen from 2026-02-10 to 2026-02-12: theirs");
        assertThat(train.calendar().holidays().on(day("2026-02-03"))).isPresent();
    }

    @Test
    void aRepositoryThatSaysNothingRidesTheOrganisationsTrain() {
        var floor = "anchor: 2026-01-06\ntimeZone: UTC\nminor: every 2 weeks\ntoleranceDays: 2";
        var settings = ReleaseSettings.read(file("p.yml", "version: 1"), file("floor.yml", section(floor)));
        assertThat(settings.train().toleranceDays()).isEqualTo(2);
        assertThat(settings.train().name()).isEqualTo("shop");
        assertThatThrownBy(() -> ReleaseSettings.read(
                        file("p.yml", "version: 1"), file("floor.yml", section("minor: every 2 weeks"))))
                .hasMessageContaining("p.yml:1:1: 'anchor' is missing");
    }

    @Test
    void aFloorHasNoNamesOrTags() {
        assertThatThrownBy(() -> train(OWN, "tags: v{version}"))
                .hasMessageStartingWith("floor.yml:2:3: unknown key 'tags'");
    }

    private static List<String> freeze(ReleaseTrain train, String date) {
        return new CalendarCheck(train, Trains.tags("1.0.0 2026-01-06"), SemVer.parse("1.0.1"), day(date), "")
                .rulings().stream()
                        .filter(ruling -> !ruling.kept())
                        .map(Ruling::reason)
                        .toList();
    }

    private static ReleaseTrain train(String own, String floor) {
        return ReleaseSettings.read(file("p.yml", section(own)), file("floor.yml", section(floor)))
                .train();
    }

    private static String section(String keys) {
        return "release:\n" + keys.indent(2);
    }

    private static GatehouseFile file(String name, String text) {
        return GatehouseFile.parse(name, Path.of("/srv/shop"), text);
    }
}
