package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.DatabaseRule;
import dev.gatehouse.findings.gate.Effect;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.GateSection.TermsSection;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.findings.select.Selection;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code gate}. */
final class GateReader {
    private static final int MAX_DAYS = 3650;

    private final Origin.Kind kind;
    private final Mistakes mistakes;

    GateReader(Origin.Kind kind, Mistakes mistakes) {
        this.kind = kind;
        this.mistakes = mistakes;
    }

    GateSection read(GatehouseFile file) {
        return file.section("gate")
                .flatMap(value -> mistakes.in(value::map))
                .map(this::section)
                .orElseGet(() -> GateSection.none(Origin.at(kind, file.name())));
    }

    private GateSection section(YamlMap gate) {
        PolicyKeys.GATE.check(gate, mistakes);
        var defaults = read(gate, "defaults", this::defaults);
        var levels = read(gate, "service-levels", this::levels);
        var terms = read(gate, "acceptances", this::terms);
        var rules = read(gate, "rules", value -> new RuleReader(kind, mistakes).read(value));
        return new GateSection(
                Origin.at(kind, gate.line()),
                defaults,
                read(gate, "scanners", GateReader::scanners),
                read(gate, "unfinished", value -> value.as(Effect::of)),
                read(gate, "problems", value -> value.as(Effect::of)),
                read(gate, "harmless-problems", GateReader::texts),
                read(gate, "database", this::database),
                levels == null ? ServiceLevels.NONE : levels,
                terms == null ? TermsSection.NONE : terms,
                rules == null ? List.<CountRule>of() : rules);
    }

    private boolean defaults(YamlValue value) {
        if (kind == Origin.Kind.FLOOR) {
            throw value.wrong("a floor has only its own rules; leave 'defaults' out");
        }
        return value.bool();
    }

    private static Set<ScannerKind> scanners(YamlValue value) {
        var kinds = EnumSet.noneOf(ScannerKind.class);
        for (var one : value.list()) {
            kinds.add(Arrays.stream(ScannerKind.values())
                    .filter(scanner -> scanner.label().equals(one.text()))
                    .findFirst()
                    .orElseThrow(() -> one.wrong("'%s' is no scanner: use sast, sca or dast".formatted(one.text()))));
        }
        return kinds;
    }

    private static Set<String> texts(YamlValue value) {
        return value.list().stream().map(YamlValue::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private DatabaseRule database(YamlValue value) {
        var map = value.map();
        PolicyKeys.DATABASE.check(map, mistakes);
        var days = mistakes.in(() -> map.require("max-age-days").integer(1, MAX_DAYS));
        var older = read(map, "older", effect -> effect.as(Effect::of));
        var embedded = read(map, "embedded", effect -> effect.as(Effect::of));
        return new DatabaseRule(
                Origin.at(kind, map.line()),
                days.orElse(MAX_DAYS),
                older == null ? Effect.INCOMPLETE : older,
                embedded == null ? Effect.INCOMPLETE : embedded);
    }

    private ServiceLevels levels(YamlValue value) {
        var map = value.map();
        PolicyKeys.SERVICE_LEVELS.check(map, mistakes);
        var days = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            map.get(severity.label())
                    .flatMap(limit -> mistakes.in(() -> limit.integer(0, MAX_DAYS)))
                    .ifPresent(limit -> days.put(severity, limit));
        }
        return new ServiceLevels(days);
    }

    private TermsSection terms(YamlValue value) {
        var map = value.map();
        PolicyKeys.TERMS.check(map, mistakes);
        var owners = read(
                map,
                "owners",
                list -> list.list().stream().map(one -> new Glob(one.text())).toList());
        var never = read(map, "never", this::never);
        return new TermsSection(
                read(map, "max-days", days -> days.integer(1, MAX_DAYS)),
                owners == null ? List.<Glob>of() : owners,
                never == null ? List.<Selection>of() : never,
                read(map, "from-repository", this::fromRepository));
    }

    private List<Selection> never(YamlValue value) {
        return value.list().stream()
                .map(one -> mistakes.in(() -> RuleReader.selection(one, mistakes)))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean fromRepository(YamlValue value) {
        if (kind != Origin.Kind.FLOOR) {
            throw value.wrong("only an organisation's floor can say 'from-repository'");
        }
        return value.bool();
    }

    private <T> @Nullable T read(YamlMap map, String key, Function<YamlValue, T> reader) {
        return map.get(key)
                .flatMap(value -> mistakes.in(() -> reader.apply(value)))
                .orElse(null);
    }
}
