package dev.gatehouse.policy.train;

import static dev.gatehouse.policy.train.Trains.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseSettingsTest {
    private static final String RIGHT = "anchor: 2026-01-06\ntimeZone: UTC\nminor: every 2 weeks\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tolerance: 1 | .gatehouse.yml:5:3: unknown key 'tolerance'; did you mean 'toleranceDays'?",
                "freezs: [] | .gatehouse.yml:5:3: unknown key 'freezs'; did you mean 'freezes'?",
                "weekday: tusday | .gatehouse.yml:5:12: 'tusday' is none of monday, tuesday, wednesday, thursday,"
                        + " friday, saturday, sunday; did you mean 'tuesday'?",
                "weekday: friday | .gatehouse.yml:2:11: 2026-01-06 is a tuesday, but weekday says friday;"
                        + " the next one is 2026-01-09",
                "major: every week | .gatehouse.yml:5:10: a major release every week is more often than a minor one"
                        + " every 2 weeks",
                "major: sometimes | .gatehouse.yml:5:10: 'sometimes' is no cadence: write every 2 weeks, every month,"
                        + " every quarter or any time",
                "toleranceDays: 14 | .gatehouse.yml:5:18: 14 days reach into the next window; at most 13",
                "patch: every week | .gatehouse.yml:5:10: patches are not scheduled; write patch: any time",
                "holidays: [02-30] | .gatehouse.yml:5:14: '02-30' is no day of a year: write it as 12-24",
                "holidays: [2026-02-29] | .gatehouse.yml:5:14: '2026-02-29' is no date: write it as 2026-12-31",
                "holidays: [12-24, 12-24] | .gatehouse.yml:5:21: '12-24' is there twice",
                "tags: release | .gatehouse.yml:5:9: 'release' must hold {version} once, as in v{version} or"
                        + " shop/v{version}",
                "freezes: [{from: 2026-01-02, to: 2026-01-01, reason: x}] | .gatehouse.yml:5:36: the freeze ends on"
                        + " 2026-01-01, before it begins on 2026-01-02",
                "freezes: [{from: 2026-01-02, to: 2026-01-09}] | .gatehouse.yml:5:13: 'reason' is missing",
                "freezes: [{from: 2026-01-02, to: 2026-01-09, reason: a}, {from: 2026-01-09, to: 2026-01-10, reason: b}]"
                        + " | .gatehouse.yml:5:60: the freeze from 2026-01-09 to 2026-01-10 overlaps the one from"
                        + " 2026-01-02 to 2026-01-09; make them one",
            })
    void aMistakeIsToldWithItsPlaceAndWhatWouldBeRight(String line, String sentence) {
        assertThatThrownBy(() -> settings(RIGHT + line))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berln, Europe/Berlin", "europe/berlin, Europe/Berlin", "America/New York, America/New_York"})
    void anUnknownTimeZoneIsRefusedWithTheNearestOne(String zone, String meant) {
        assertThatThrownBy(() -> settings(RIGHT.replace("UTC", zone)))
                .hasMessage(".gatehouse.yml:3:13: '%s' is no time zone; did you mean '%s'?".formatted(zone, meant));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> settings("anchor: 2026-02-30\ntimeZone: Mars/Base\nminor: never\n"))
                .hasMessageContainingAll("'2026-02-30' is no date", "'Mars/Base' is no time zone", "'never'");
    }

    @Test
    void aFileWithoutTheSectionIsBadInput() {
        assertThatThrownBy(() -> ReleaseSettings.read(GatehouseFile.parse("a.yml", Path.of("/x"), "version: 1"), null))
                .hasMessage("a.yml: has no section 'release'; docs/release-calendar.md shows one");
    }

    @Test
    void everyProductOfARepositoryHasItsOwnTags() {
        var settings = settings(RIGHT + "products: {shop: 'shop/v{version}', desk: 'desk-{version}'}");
        assertThat(settings.product("desk").tags()).hasToString("desk-{version}");
        assertThat(settings.product("shop").train().name()).isEqualTo("shop");
        assertThatThrownBy(() -> settings.product(null)).hasMessageContaining("name one with --product");
        assertThatThrownBy(() -> settings.product("shpo")).hasMessageContaining("did you mean 'shop'?");
    }
}
