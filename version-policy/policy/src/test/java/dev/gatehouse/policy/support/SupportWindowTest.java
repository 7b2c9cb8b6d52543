package dev.gatehouse.policy.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Shift NOTHING_ELSE = new Shift(List.of(), List.of());
    private static final Instant UNTIL = Instant.parse("2026-12-23T10:00:00Z");

    @Test
    void aFourthVersionPushesOutTheOldestWithAnAnnouncedDate() {
        var track = published("4.0", "4.1", "4.2");
        var shift = track.window().publish(version("4.3", NOW), 3, Period.ofDays(30));
        assertThat(shift.endings()).containsExactly(new Ending(ClientVersion.parse("4.0"), UNTIL));
        track.publish(version("4.3", NOW), shift);
        var after = track.window();
        assertThat(after.supported())
                .containsExactly(ClientVersion.parse("4.3"), ClientVersion.parse("4.2"), ClientVersion.parse("4.1"));
        assertThat(after.minimum(NOW)).isEmpty();
        assertThat(after.nextMinimum(NOW)).contains(new MinimumStep(ClientVersion.parse("4.1"), UNTIL));
        assertThat(after.minimum(UNTIL)).contains(ClientVersion.parse("4.1"));
    }

    @Test
    void aMinimumWaitsForTheStore() {
        var live = NOW.plusSeconds(3600);
        var track = published("4.0");
        track.publish(version("4.1", live), NOTHING_ELSE);
        var window = track.window();
        assertThat(window.recommended(NOW)).contains(ClientVersion.parse("4.0"));
        assertThat(window.latest()).contains(ClientVersion.parse("4.1"));
        assertThatThrownBy(() -> window.raiseMinimum(ClientVersion.parse("4.1"), NOW, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the store serves 4.1.0 from 2026-11-23T11:00:00Z only");
        assertThat(window.raiseMinimum(ClientVersion.parse("4.1"), live, NOW).steps())
                .hasSize(1);
    }

    @Test
    void aMinimumDoesNotMoveDown() {
        var track = published("4.0", "4.1");
        track.apply(track.window().raiseMinimum(ClientVersion.parse("4.1"), NOW, NOW));
        var raised = track.window();
        assertThatThrownBy(() -> raised.raiseMinimum(ClientVersion.parse("4.0"), NOW, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("never moves down");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "versions: {supported: 4} | p.yml:1:23: supported is 4, but the organisation's floor allows at most 3; give 1 to 3",
                "versions: {suported: 2} | p.yml:1:12: unknown key 'suported'; did you mean 'supported'?",
                "versions: {graceDays: -1} | p.yml:1:23: graceDays is -1; give 0 to 366 days",
                "versions: {apps: {shop: {ios: {store: 'http://x', channels: a}}}} | p.yml:1:39: 'store' is no https address: write it as https://store.example/app",
                "versions: {apps: {Shop: {ios: {channels: a}}}} | p.yml:1:42: a name of app must be of small letters, digits, '.', '_' and '-', such as shop-2"
            })
    void aMistakeInTheSettingsIsToldWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> SupportPolicy.read(YamlFile.parse("p.yml", yaml), null))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void theFloorCanOnlyBeGoneBelow() {
        var floor = YamlFile.parse("floor.yml", "versions: {supported: 2}");
        assertThat(SupportPolicy.read(YamlFile.parse("p.yml", ""), floor).size())
                .isEqualTo(2);
        assertThatThrownBy(() -> SupportPolicy.read(YamlFile.parse("p.yml", "versions: {supported: 3}"), floor))
                .hasMessage("p.yml:1:23: supported is 3, but the organisation's floor allows at most 2; give 1 to 2");
    }

    @Test
    void anUndeclaredPlatformNamesTheDeclaredOnes() {
        var policy = SupportPolicy.read(
                YamlFile.parse("p.yml", "versions: {apps: {shop: {ios: {channels: [stable]}}}}"), null);
        assertThatThrownBy(() -> policy.store(new Track("shop", "android", "stable")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "p.yml:1:18: shop/android/stable is not declared under versions.apps; declared are: shop/ios/stable");
    }

    private static TrackRecord published(String... versions) {
        var track = new TrackRecord();
        for (var version : versions) {
            track.publish(version(version, NOW), NOTHING_ELSE);
        }
        return track;
    }

    private static PublishedVersion version(String version, Instant live) {
        return new PublishedVersion(ClientVersion.parse(version), NOW, live);
    }
}
