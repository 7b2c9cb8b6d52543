package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.acceptance.AcceptanceTerms;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Grants;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.gate.CompletenessRule;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.DatabaseRule;
import dev.gatehouse.findings.gate.Effect;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.gate.Rule;
import dev.gatehouse.findings.gate.ScannersRule;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.vex.VexDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the built-in policy, the repository's file and the floor together. The file replaces parts of the built-in policy;
 * the floor is never replaced: its rules stand beside the others, and a build must keep to both.
 */
final class Layers {
    private final PolicyFile builtIn;
    private final @Nullable PolicyFile repository;
    private final @Nullable PolicyFile floor;

    Layers(PolicyFile builtIn, @Nullable PolicyFile repository, @Nullable PolicyFile floor) {
        this.builtIn = builtIn;
        this.repository = repository;
        this.floor = floor;
    }

    Policy policy() {
        var rules = new ArrayList<Rule>();
        var grants = new ArrayList<Grants>();
        if (floor != null) {
            rules.addAll(floorRules(floor.gate()));
            grants.add(grants(floor, Authority.FLOOR, "the floor"));
        }
        rules.addAll(ownRules(builtIn.gate()));
        if (repository != null) {
            grants.add(
                    grants(repository, Authority.REPOSITORY, repository.file().name()));
        }
        return new Policy(rules, grants, info());
    }

    private List<Rule> floorRules(GateSection gate) {
        var rules = new ArrayList<Rule>();
        var levels = gate.levels().orElse(builtIn.gate().levels());
        boolean trusts = Boolean.TRUE.equals(gate.terms().fromRepository());
        gate.rules().stream()
                .map(rule -> rule.with(levels).trustingRepository(trusts))
                .forEach(rules::add);
        if (gate.scanners() != null) {
            rules.add(scanners(gate, gate.scanners()));
        }
        if (gate.database() != null) {
            rules.add(gate.database());
        }
        rules.add(completeness(gate, GateSection.none(gate.origin())));
        return rules;
    }

    /** The repository's rules: the file's own, and the built-in ones where the file says nothing. */
    private List<Rule> ownRules(GateSection base) {
        var own = repository == null ? base : repository.gate();
        var levels = own.levels().orElse(base.levels());
        var shortest = floor == null ? levels : levels.strictest(floor.gate().levels());
        var names = own.rules().stream().map(CountRule::name).collect(Collectors.toSet());
        var kept = repository == null || Boolean.FALSE.equals(own.defaults())
                ? Stream.<CountRule>empty()
                : base.rules().stream().filter(rule -> !names.contains(rule.name()));
        var rules = new ArrayList<Rule>();
        Stream.concat(kept, own.rules().stream())
                .map(rule -> rule.with(shortest))
                .forEach(rules::add);
        rules.add(
                own.scanners() == null
                        ? scanners(base, Objects.requireNonNullElse(base.scanners(), Set.of()))
                        : scanners(own, own.scanners()));
        DatabaseRule database = own.database() == null ? base.database() : own.database();
        if (database != null) {
            rules.add(database);
        }
        rules.add(completeness(own, base));
        return rules;
    }

    private Rule scanners(GateSection gate, Set<ScannerKind> required) {
        return new ScannersRule(
                gate.origin(), required, gate.unfinished() == Effect.FAIL ? Effect.FAIL : Effect.INCOMPLETE);
    }

    private Rule completeness(GateSection own, GateSection base) {
        boolean says = own.unfinished() != null || own.problems() != null || own.harmless() != null;
        return new CompletenessRule(
                says ? own.origin() : base.origin(),
                first(own.unfinished(), base.unfinished()),
                first(own.problems(), base.problems()),
                own.harmless() != null ? own.harmless() : Objects.requireNonNullElse(base.harmless(), Set.of()));
    }

    private static Effect first(@Nullable Effect own, @Nullable Effect base) {
        return own != null ? own : base != null ? base : Effect.INCOMPLETE;
    }

    private static Grants grants(PolicyFile file, Authority authority, String who) {
        var terms = file.gate().terms();
        var days = terms.maxDays() == null ? AcceptanceTerms.DEFAULT_MAX_DAYS : terms.maxDays();
        return new Grants(
                authority,
                file.acceptances(),
                file.vex().documents(),
                file.vex().products(),
                new AcceptanceTerms(days, terms.owners(), terms.never(), who));
    }

    private Report.PolicyInfo info() {
        var parts = Stream.of(builtIn, repository, floor)
                .flatMap(layer -> layer == null
                        ? Stream.of("")
                        : Stream.concat(
                                Stream.of(layer.file().text()),
                                layer.vex().documents().stream().map(VexDocument::sha256)))
                .toArray(String[]::new);
        return new Report.PolicyInfo(
                repository == null ? "default" : repository.file().name(),
                floor == null ? null : floor.file().name(),
                Sha256.of(parts));
    }
}
