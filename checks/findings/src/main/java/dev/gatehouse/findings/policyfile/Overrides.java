package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.acceptance.AcceptanceTerms;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Grants;
import dev.gatehouse.findings.acceptance.RiskAcceptance;
import dev.gatehouse.findings.gate.CompletenessRule;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.DatabaseRule;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.gate.Rule;
import dev.gatehouse.findings.gate.ScannersRule;
import dev.gatehouse.findings.select.Selection;
import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a floor makes of the rules and acceptances of a repository: where it asks for more, it decides. */
final class Overrides {
    private final List<Rule> floor;
    private final Optional<AcceptanceTerms> terms;

    Overrides(Policy policy) {
        floor = policy.floorAlone().rules();
        terms = policy.grants().stream()
                .filter(grant -> grant.authority() == Authority.FLOOR)
                .map(Grants::terms)
                .findFirst();
    }

    /** Empty when the rule holds as it stands. */
    String of(Rule rule) {
        if (rule.origin().kind() == Origin.Kind.FLOOR) {
            return "";
        }
        var found = new ArrayList<String>();
        for (var above : floor) {
            if (rule instanceof DatabaseRule own && above instanceof DatabaseRule other) {
                database(own, other, found);
            } else if (rule instanceof ScannersRule own && above instanceof ScannersRule other) {
                scanners(own, other, found);
            } else if (rule instanceof CompletenessRule own && above instanceof CompletenessRule other) {
                completeness(own, other, found);
            } else if (rule instanceof CountRule own && above instanceof CountRule other) {
                counts(own, other, found);
            }
        }
        if (rule instanceof CountRule own
                && own.hasOverdue()
                && !own.levels().shortened().isEmpty()) {
            found.add("the floor's service levels are shorter for "
                    + own.levels().shortened().stream()
                            .sorted()
                            .map(severity -> severity.label())
                            .collect(Collectors.joining(", ")));
        }
        return VisibleText.brief(String.join("; ", found));
    }

    /** Empty when the terms hold as they stand. */
    String of(AcceptanceTerms own) {
        var found = new ArrayList<String>();
        terms.ifPresent(above -> {
            if (above.maxDays() < own.maxDays()) {
                found.add("the floor allows only %d days".formatted(above.maxDays()));
            }
            if (!above.owners().isEmpty() && !above.owners().equals(own.owners())) {
                found.add("the floor says who may own one");
            }
            if (!above.never().isEmpty()) {
                found.add("the floor forbids it for "
                        + above.never().stream().map(Selection::words).collect(Collectors.joining("; ")));
            }
        });
        return VisibleText.brief(String.join("; ", found));
    }

    /** Empty when nothing but its day decides about the acceptance. */
    String of(RiskAcceptance acceptance) {
        return VisibleText.brief(
                terms.flatMap(above -> above.againstOwner(acceptance.owner())).orElse(""));
    }

    private static void database(DatabaseRule own, DatabaseRule above, List<String> found) {
        if (above.maxAgeDays() < own.maxAgeDays()) {
            found.add("the floor allows only %d days".formatted(above.maxAgeDays()));
        }
        if (above.older().compareTo(own.older()) > 0) {
            found.add(
                    "an older one means %s by the floor".formatted(above.older().label()));
        }
        if (above.embedded().compareTo(own.embedded()) > 0) {
            found.add("the embedded data means %s by the floor"
                    .formatted(above.embedded().label()));
        }
    }

    private static void scanners(ScannersRule own, ScannersRule above, List<String> found) {
        var more = new TreeSet<>(above.required());
        more.removeAll(own.required());
        if (!more.isEmpty()) {
            found.add("the floor also requires "
                    + more.stream().map(kind -> kind.label()).collect(Collectors.joining(", ")));
        }
        if (!above.required().isEmpty() && above.missing().compareTo(own.missing()) > 0) {
            found.add("one that is missing means %s by the floor"
                    .formatted(above.missing().label()));
        }
    }

    private static void completeness(CompletenessRule own, CompletenessRule above, List<String> found) {
        if (above.unfinished().compareTo(own.unfinished()) > 0) {
            found.add("an unfinished scanner means %s by the floor"
                    .formatted(above.unfinished().label()));
        }
        if (above.problems().compareTo(own.problems()) > 0) {
            found.add("problems mean %s by the floor".formatted(above.problems().label()));
        }
        var harmful = new TreeSet<>(own.harmless());
        harmful.removeAll(above.harmless());
        if (!harmful.isEmpty()) {
            found.add("for the floor not harmless: " + String.join(", ", harmful));
        }
    }

    private static void counts(CountRule own, CountRule above, List<String> found) {
        if (!own.when().words().equals(above.when().words()) || !words(own).equals(words(above))) {
            return;
        }
        for (var limit : own.limits()) {
            above.limits().stream()
                    .filter(other -> other.tally() == limit.tally() && other.max() < limit.max())
                    .forEach(other -> found.add("the floor's rule '%s' allows only %d (%s)"
                            .formatted(above.name(), other.max(), other.tally().key())));
        }
    }

    private static List<String> words(CountRule rule) {
        return rule.unless().stream().map(Selection::words).toList();
    }
}
