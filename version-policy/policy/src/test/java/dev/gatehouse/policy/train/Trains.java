package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.version.SemVer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;

/** Settings and histories for tests. */
final class Trains {
    private Trains() {}

    /** The settings of a file that has only this section. */
    static ReleaseSettings settings(String section) {
        var text = "release:\n" + section.indent(2);
        return ReleaseSettings.read(GatehouseFile.parse(".gatehouse.yml", Path.of("/srv/shop"), text), null);
    }

    /** A train every two weeks from 2026-01-06, with some more settings. */
    static ReleaseTrain train(String more) {
        return settings("""
                anchor: 2026-01-06
                timeZone: Europe/Berlin
                minor: every 2 weeks
                major: every quarter
                """ + more).train();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Releases at noon UTC, from texts such as {@code 1.2.0 2026-01-06}. */
    static ReleaseHistory tags(String... versionsAndDays) {
        var tags = new ArrayList<Release>();
        for (var text : versionsAndDays) {
            var parts = text.split(" ", 2);
            var noon = day(parts[1]).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            tags.add(new Release("v" + parts[0], SemVer.parse(parts[0]), noon));
        }
        return new ReleaseHistory(tags);
    }
}
