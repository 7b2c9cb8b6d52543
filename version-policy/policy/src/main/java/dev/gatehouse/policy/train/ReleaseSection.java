package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.policy.version.Bump;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a train from a section {@code release}, and gathers their mistakes. */
final class ReleaseSection {
    /** What an organisation's floor may say; names and tags are a repository's own business. */
    static final List<String> FLOOR_KEYS = List.of(
            "anchor",
            "timeZone",
            "weekday",
            "minor",
            "major",
            "toleranceDays",
            "holidays",
            "onHoliday",
            "freezes",
            "hotfix");

    private final YamlMap section;
    private final Mistakes mistakes;

    ReleaseSection(YamlMap section, Mistakes mistakes) {
        this.section = section;
        this.mistakes = mistakes;
    }

    TrainParts read() {
        return new TrainParts(
                value("anchor", Days::date),
                value("timeZone", ReleaseSection::zone),
                value("weekday", ReleaseSection::weekday),
                value("minor", value -> value.as(Cadence::parse)),
                value("major", value -> value.as(Cadence::parse)),
                value("toleranceDays", value -> value.integer(0, 365)),
                or(value("holidays", Days::holidays), Holidays.NONE),
                value("onHoliday", ReleaseSection::onHoliday),
                or(value("freezes", FreezeList::read), List.of()),
                value("hotfix", ReleaseSection::hotfix));
    }

    private <T> @Nullable T value(String key, Function<YamlValue, T> reading) {
        return mistakes.in(() -> section.get(key).map(reading))
                .flatMap(read -> read)
                .orElse(null);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static ZoneId zone(YamlValue value) {
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(value.text())) {
            return ZoneId.of(value.text());
        }
        throw value.wrong("'%s' is no time zone%s".formatted(value.text(), meant(value.text(), known)));
    }

    private static String meant(String text, Set<String> known) {
        var sorted = known.stream().sorted().toList();
        return sorted.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .or(() -> Nearest.of(text, sorted))
                .map("; did you mean '%s'?"::formatted)
                .orElse("; write it as Europe/Berlin or UTC");
    }

    private static DayOfWeek weekday(YamlValue value) {
        return oneOf(value, Arrays.asList(DayOfWeek.values()), ReleaseSection::label);
    }

    private static OnHoliday onHoliday(YamlValue value) {
        return oneOf(value, Arrays.asList(OnHoliday.values()), OnHoliday::label);
    }

    private static Set<Bump> hotfix(YamlValue value) {
        var bumps = EnumSet.noneOf(Bump.class);
        value.list()
                .forEach(
                        element -> bumps.add(oneOf(element, List.of(Bump.PATCH, Bump.MINOR, Bump.MAJOR), Bump::label)));
        return bumps;
    }

    /** The element with that label; a mistake names the nearest one. */
    static <T> T oneOf(YamlValue value, List<T> elements, Function<T, String> label) {
        var labels = elements.stream().map(label).toList();
        int at = labels.indexOf(value.text());
        if (at >= 0) {
            return elements.get(at);
        }
        throw value.wrong("'%s' is none of %s%s"
                .formatted(
                        value.text(),
                        String.join(", ", labels),
                        Nearest.of(value.text(), labels)
                                .map("; did you mean '%s'?"::formatted)
                                .orElse("")));
    }

    static Cadence anyTime(YamlValue value) {
        var cadence = value.as(Cadence::parse);
        if (cadence.isPeriodic()) {
            throw value.wrong("patches are not scheduled; write patch: any time");
        }
        return cadence;
    }

    static String label(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
