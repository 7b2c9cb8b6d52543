package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.version.Bump;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the section {@code release} and gathers its mistakes. */
final class ReleaseSection {
    private static final List<String> KEYS = List.of(
            "name",
            "anchor",
            "timeZone",
            "weekday",
            "minor",
            "major",
            "patch",
            "toleranceDays",
            "holidays",
            "onHoliday",
            "freezes",
            "hotfix",
            "tags",
            "products");
    private final Mistakes mistakes = new Mistakes();
    private final YamlMap section;
    private final Path directory;

    ReleaseSection(YamlMap section, Path directory) {
        this.section = section;
        this.directory = directory;
    }

    ReleaseSettings read() {
        mistakes.addAll(section.strangers(KEYS));
        var anchor = mistakes.in(() -> Days.date(section.require("anchor"))).orElse(LocalDate.EPOCH);
        var zone = mistakes.in(() -> zone(section.require("timeZone"))).orElse(ZoneId.of("UTC"));
        var weekday = value("weekday", ReleaseSection::weekday, anchor.getDayOfWeek());
        var minor = value("minor", value -> value.as(Cadence::parse), new Cadence.AnyTime());
        var major = value("major", value -> value.as(Cadence::parse), new Cadence.AnyTime());
        value("patch", ReleaseSection::anyTime, minor);
        var tolerance = value("toleranceDays", value -> value.integer(0, 365), 0);
        var holidays = value("holidays", Days::holidays, Holidays.NONE);
        var onHoliday = value("onHoliday", ReleaseSection::onHoliday, OnHoliday.NEXT_DAY);
        var freezes = value("freezes", FreezeList::read, List.<Freeze>of());
        var hotfix = value("hotfix", ReleaseSection::hotfix, Set.of(Bump.PATCH));
        var tags = value("tags", value -> value.as(TagPattern::parse), TagPattern.DEFAULT);
        var products = value("products", ReleaseSection::products, Map.<String, TagPattern>of());
        var name = value("name", YamlValue::text, String.valueOf(directory.getFileName()));
        mistakes.throwIfAny();
        var calendar = new Calendar(zone, holidays, onHoliday, freezes);
        var train = new ReleaseTrain(name, anchor, weekday, minor, major, tolerance, hotfix, calendar);
        agree(train);
        mistakes.throwIfAny();
        return new ReleaseSettings(train, tags, products);
    }

    private <T> T value(String key, Function<YamlValue, T> reading, T otherwise) {
        return mistakes.in(() -> section.get(key).map(reading))
                .flatMap(read -> read)
                .orElse(otherwise);
    }

    /** Rules between keys, each of which is right by itself. */
    private void agree(ReleaseTrain train) {
        if (!train.minor().isPeriodic() && !train.major().isPeriodic()) {
            mistakes.add(section.wrong("neither 'minor' nor 'major' has a cadence; write minor: every 2 weeks"));
            return;
        }
        var anchor = train.anchor();
        if (anchor.getDayOfWeek() != train.weekday()) {
            var right = anchor.with(TemporalAdjusters.next(train.weekday()));
            mistakes.add(section.require("anchor")
                    .wrong("%s is a %s, but weekday says %s; the next one is %s"
                            .formatted(anchor, label(anchor.getDayOfWeek()), label(train.weekday()), right)));
        }
        var base = train.cadence(train.base());
        if (train.major().isPeriodic() && train.major().longestDays() < base.shortestDays()) {
            mistakes.add(section.require("major")
                    .wrong("a major release %s is more often than a minor one %s".formatted(train.major(), base)));
        }
        if (train.toleranceDays() >= spacing(base)) {
            mistakes.add(section.require("toleranceDays")
                    .wrong("%d days reach into the next window; at most %d"
                            .formatted(train.toleranceDays(), spacing(base) - 1)));
        }
    }

    /** Fewest days between two windows; where a month's day moves to a weekday, a week may get lost. */
    private static int spacing(Cadence cadence) {
        return cadence instanceof Cadence.Months ? cadence.shortestDays() - 6 : cadence.shortestDays();
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

    private static Cadence anyTime(YamlValue value) {
        var cadence = value.as(Cadence::parse);
        if (cadence.isPeriodic()) {
            throw value.wrong("patches are not scheduled; write patch: any time");
        }
        return cadence;
    }

    private static Map<String, TagPattern> products(YamlValue value) {
        var patterns = new TreeMap<String, TagPattern>();
        var map = value.map();
        for (var name : map.keys()) {
            var pattern = map.require(name).as(TagPattern::parse);
            clash(patterns, pattern).ifPresent(other -> {
                throw map.require(name).wrong("'%s' has the same tags as '%s'".formatted(name, other));
            });
            patterns.put(name, pattern);
        }
        return patterns;
    }

    private static Optional<String> clash(Map<String, TagPattern> patterns, TagPattern pattern) {
        return patterns.entrySet().stream()
                .filter(known -> known.getValue().equals(pattern))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String label(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
