package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.version.Bump;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a repository's section {@code release} under the organisation's, and checks that the whole makes a train. */
final class SettingsReader {
    private final Mistakes mistakes = new Mistakes();
    private final GatehouseFile file;
    private final YamlMap own;
    private final YamlMap floor;

    /** Either may lack the section, not both. */
    SettingsReader(GatehouseFile file, @Nullable GatehouseFile floor) {
        this.file = file;
        this.own = section(file);
        this.floor = section(floor);
    }

    ReleaseSettings read() {
        var ownKeys = new ArrayList<>(ReleaseSection.FLOOR_KEYS);
        ownKeys.addAll(List.of("name", "patch", "tags", "products"));
        mistakes.addAll(own.strangers(ownKeys));
        mistakes.addAll(floor.strangers(ReleaseSection.FLOOR_KEYS));
        value("patch", ReleaseSection::anyTime, new Cadence.AnyTime());
        var tags = value("tags", value -> value.as(TagPattern::parse), TagPattern.DEFAULT);
        var products = value("products", SettingsReader::products, Map.<String, TagPattern>of());
        var name =
                value("name", YamlValue::text, String.valueOf(file.directory().getFileName()));
        var parts = parts();
        mistakes.in(() -> place("anchor"));
        mistakes.in(() -> place("timeZone"));
        mistakes.throwIfAny();
        var train = train(name, parts);
        agree(train);
        mistakes.throwIfAny();
        return new ReleaseSettings(train, tags, products);
    }

    /** A repository that says nothing rides the organisation's train as it is. */
    private TrainParts parts() {
        var fromFloor = new ReleaseSection(floor, mistakes).read();
        return file.section("release").isPresent()
                ? new ReleaseSection(own, mistakes).read().under(fromFloor)
                : fromFloor;
    }

    private static ReleaseTrain train(String name, TrainParts parts) {
        var anchor = Objects.requireNonNull(parts.anchor());
        var calendar = new Calendar(
                Objects.requireNonNull(parts.zone()),
                parts.holidays(),
                or(parts.onHoliday(), OnHoliday.NEXT_DAY),
                parts.freezes());
        return new ReleaseTrain(
                name,
                anchor,
                or(parts.weekday(), anchor.getDayOfWeek()),
                or(parts.minor(), new Cadence.AnyTime()),
                or(parts.major(), new Cadence.AnyTime()),
                or(parts.toleranceDays(), 0),
                or(parts.hotfixes(), Set.of(Bump.PATCH)),
                calendar);
    }

    /** Rules between keys, each of which is right by itself. */
    private void agree(ReleaseTrain train) {
        if (!train.minor().isPeriodic() && !train.major().isPeriodic()) {
            mistakes.add(own.wrong("neither 'minor' nor 'major' has a cadence; write minor: every 2 weeks"));
            return;
        }
        var anchor = train.anchor();
        if (anchor.getDayOfWeek() != train.weekday()) {
            var right = anchor.with(TemporalAdjusters.next(train.weekday()));
            mistakes.add(place("anchor")
                    .wrong("%s is a %s, but weekday says %s; the next one is %s"
                            .formatted(
                                    anchor,
                                    ReleaseSection.label(anchor.getDayOfWeek()),
                                    ReleaseSection.label(train.weekday()),
                                    right)));
        }
        var base = train.cadence(train.base());
        if (train.major().isPeriodic() && train.major().longestDays() < base.shortestDays()) {
            mistakes.add(place("major")
                    .wrong("a major release %s is more often than a minor one %s".formatted(train.major(), base)));
        }
        if (train.toleranceDays() >= spacing(base)) {
            mistakes.add(place("toleranceDays")
                    .wrong("%d days reach into the next window; at most %d"
                            .formatted(train.toleranceDays(), spacing(base) - 1)));
        }
    }

    /** Fewest days between two windows; where a month's day moves to a weekday, a week may get lost. */
    private static int spacing(Cadence cadence) {
        return cadence instanceof Cadence.Months ? cadence.shortestDays() - 6 : cadence.shortestDays();
    }

    /** Where the key that decides stands; when neither has it, the repository's file is told that it is missing. */
    private YamlValue place(String key) {
        return own.get(key).or(() -> floor.get(key)).orElseGet(() -> own.require(key));
    }

    private <T> T value(String key, Function<YamlValue, T> reading, T otherwise) {
        return mistakes.in(() -> own.get(key).map(reading))
                .flatMap(read -> read)
                .orElse(otherwise);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static YamlMap section(@Nullable GatehouseFile file) {
        return Optional.ofNullable(file)
                .flatMap(found -> found.section("release"))
                .map(YamlValue::map)
                .orElseGet(() -> YamlFile.parse(file == null ? "release" : file.name(), ""));
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
}
