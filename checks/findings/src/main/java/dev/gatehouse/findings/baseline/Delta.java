package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Report;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scan compared with its baseline.
 *
 * @param findings of the scan in their order, each with its state; one that the baseline knows has the baseline's id and
 *     first day, and the reason why it is taken for the same
 * @param fixed findings of the baseline that are gone
 * @param carried findings of the baseline of which this scan knows nothing new
 */
public record Delta(List<Finding> findings, List<Finding> fixed, Report.Carried carried) {
    /** What came back has to be where it was: code that merely resembles something fixed long ago is new. */
    private static final Set<Likeness> COMES_BACK = EnumSet.complementOf(EnumSet.of(Likeness.ANYWHERE));

    public Delta {
        findings = List.copyOf(findings);
        fixed = List.copyOf(fixed);
    }

    /** Compares findings that have their ids, taking it that every scanner completed. */
    public static Delta between(@Nullable Baseline baseline, List<Finding> findings) {
        return between(baseline, findings, Looked.atAll(findings));
    }

    /**
     * Compares findings that have their ids, each another. Without a baseline all are new.
     *
     * @param looked what the scan looked at; findings of scanners that did not complete are not fixed but carried on
     */
    public static Delta between(@Nullable Baseline baseline, List<Finding> findings, Looked looked) {
        if (baseline == null) {
            return new Delta(
                    findings.stream()
                            .map(finding -> finding.withState(State.NEW, null, null))
                            .toList(),
                    List.of(),
                    Report.Carried.NOTHING);
        }
        var classes = new Classes(looked, baseline);
        var reasons = new Reasons(classes);
        var known = new HashMap<String, Finding>();
        var rest = Pairs.of(
                findings,
                baseline.findings(),
                EnumSet.allOf(Likeness.class),
                classes,
                pair -> known.put(pair.now().id(), inherit(pair, State.EXISTING, reasons)));
        var unknown = Pairs.of(
                rest.now(),
                baseline.fixedEarlier(),
                COMES_BACK,
                classes,
                pair -> known.put(pair.now().id(), inherit(pair, State.REINTRODUCED, reasons)));
        known.putAll(fresh(unknown.now(), baseline));
        var gone = inOrder(baseline.findings(), rest.then());
        Predicate<Finding> judged = finding -> looked.scanners().contains(finding.scanner());
        return new Delta(
                findings.stream()
                        .map(finding -> Objects.requireNonNull(known.get(finding.id())))
                        .toList(),
                gone.stream().filter(judged).toList(),
                new Report.Carried(
                        gone.stream().filter(judged.negate()).toList(),
                        inOrder(baseline.fixedEarlier(), unknown.then())));
    }

    private static Finding inherit(Pairs.Pair pair, State state, Reasons reasons) {
        return pair.now()
                .withId(pair.then().id())
                .withState(state, reasons.of(pair), pair.then().firstSeen());
    }

    /** New findings must not get an id that the baseline has given to something else. */
    private static Map<String, Finding> fresh(List<Finding> unknown, Baseline baseline) {
        var taken = Stream.concat(baseline.findings().stream(), baseline.fixedEarlier().stream())
                .map(Finding::id)
                .collect(Collectors.toCollection(HashSet::new));
        var fresh = new HashMap<String, Finding>();
        for (var finding : Identity.inOrder(unknown)) {
            var id = finding.id();
            for (int attempt = 1; !taken.add(id); attempt++) {
                id = Identity.unlike(finding.id(), attempt);
            }
            fresh.put(finding.id(), finding.withId(id).withState(State.NEW, null, null));
        }
        return fresh;
    }

    private static List<Finding> inOrder(List<Finding> all, List<Finding> some) {
        var ids = some.stream().map(Finding::id).collect(Collectors.toSet());
        return all.stream().filter(finding -> ids.contains(finding.id())).toList();
    }
}
