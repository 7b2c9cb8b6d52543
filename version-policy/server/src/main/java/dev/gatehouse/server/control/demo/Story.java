package dev.gatehouse.server.control.demo;

import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Half a year of the shop: mostly on time, one window missed, one hotfix, one release waiting for its approvals. */
final class Story {
    static final Track IOS = new Track("shop", "ios", "stable");
    static final Track ANDROID = new Track("shop", "android", "stable");

    private static final int WINDOWS = 11;
    private static final int MISSED = 4;
    private static final Duration MORNING = Duration.ofHours(9);

    private final LocalDate anchor;
    private final LocalDate today;

    Story(LocalDate today) {
        this.today = today;
        this.anchor =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY)).minusWeeks(2L * WINDOWS);
    }

    String policyFile() {
        return """
                version: 1
                release:
                  name: shop
                  anchor: %s
                  timeZone: UTC
                  weekday: tuesday
                  minor: every 2 weeks
                  major: every quarter
                  toleranceDays: 3
                  freezes:
                    - {from: %s, to: %s, reason: year-end sales, exceptions: [hotfix]}
                  hotfix: [patch, minor]
                versions:
                  supported: 3
                  graceDays: 30
                  messages: {en: Please update to go on shopping, de: Bitte aktualisieren}
                  apps:
                    shop:
                      ios: {store: "https://store.example/shop", channels: [stable, beta]}
                      android: {store: "https://play.example/shop", channels: [stable]}
                approvals:
                  roles: {release-manager: [anna], security-officer: [carl]}
                  require: {release-manager: 1, security-officer: 1}
                acceptances:
                  - {cwe: 79, owner: carl, reason: the page shows numbers only, expires: %s}
                  - {cwe: 327, owner: carl, reason: old receipts are hashed anew by then, expires: %s}
                """.formatted(anchor, today.plusDays(40), today.plusDays(52), today.plusDays(20), today.plusDays(75));
    }

    /** Returns the version that waits in the end. */
    ClientVersion tell(Past past, String report) {
        int minor = 0;
        for (int window = 0; window < WINDOWS; window++) {
            if (window == MISSED) {
                continue;
            }
            var version = ClientVersion.parse("4.%d.0".formatted(minor++));
            var day = anchor.plusWeeks(2L * window).plusDays(window % 3);
            publish(past, IOS, version, day, report);
            publish(past, ANDROID, version, day, report);
        }
        var hotfix = ClientVersion.parse("4.%d.1".formatted(minor - 1));
        publish(past, IOS, hotfix, anchor.plusWeeks(2L * WINDOWS).minusDays(6), report);
        var next = ClientVersion.parse("4.%d.0".formatted(minor));
        var yesterday = morning(today.minusDays(1));
        propose(past, IOS, next, yesterday, report);
        propose(past, ANDROID, next, yesterday.plusSeconds(90), report);
        past.at(yesterday.plus(Duration.ofHours(2))).decide("anna", new Command.Approve(IOS, next, "release-manager"));
        past.at(yesterday.plus(Duration.ofHours(3)))
                .decide("carl", new Command.Reject(ANDROID, next, "crashes on tablets"));
        return next;
    }

    private void publish(Past past, Track track, ClientVersion version, LocalDate day, String report) {
        var morning = morning(day);
        propose(past, track, version, morning.minus(Duration.ofDays(1)), report);
        past.at(morning).decide("anna", new Command.Approve(track, version, "release-manager"));
        past.at(morning.plusSeconds(600)).decide("carl", new Command.Approve(track, version, "security-officer"));
        past.at(morning.plusSeconds(1_200))
                .decide("anna", new Command.Publish(track, version, List.of(), null, "", ""));
    }

    private static void propose(Past past, Track track, ClientVersion version, Instant time, String report) {
        var name = "shop-%s-%s.zip".formatted(track.platform(), version);
        var candidate = new Candidate(
                track,
                version,
                List.of(new Artifact(name, digest(name))),
                digest("commit of " + version).substring(0, 40),
                List.of("dora@example.org", "Dora Diaz"),
                new ScanResult("passed", "", report));
        past.at(time).decide("dora", new Command.Propose(candidate));
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(MORNING);
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
