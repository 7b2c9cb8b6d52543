package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Pairs findings one to one, level of likeness by level of likeness: whatever is paired at a closer level is out of the
 * game at the next. The work is that of sorting, however many findings look the same.
 */
final class Pairs {
    /** A finding of now, the finding of then that it is taken for, and why. */
    record Pair(Finding now, Finding then, Likeness likeness) {}

    private List<Finding> now;
    private List<Finding> then;

    private Pairs(List<Finding> now, List<Finding> then) {
        this.now = now.stream().sorted(Identity.ORDER).toList();
        this.then = then.stream().sorted(Identity.ORDER).toList();
    }

    /**
     * Tells each pair to the consumer.
     *
     * @return the findings of now and of then that have no partner
     */
    static Rest of(List<Finding> now, List<Finding> then, Set<Likeness> levels, Consumer<Pair> found) {
        var pairs = new Pairs(now, then);
        for (var level : Likeness.values()) {
            if (levels.contains(level)) {
                pairs.match(level, found);
            }
        }
        return new Rest(pairs.now, pairs.then);
    }

    record Rest(List<Finding> now, List<Finding> then) {}

    private void match(Likeness level, Consumer<Pair> found) {
        var loose = new ArrayList<Finding>();
        var groups = groups(now, level, loose);
        var left = new ArrayList<Finding>();
        var candidates = groups(then, level, left);
        groups.forEach((key, some) -> {
            var others = candidates.remove(key);
            if (others == null) {
                loose.addAll(some);
            } else {
                pair(some, others, level, found, loose, left);
            }
        });
        candidates.values().forEach(left::addAll);
        now = loose;
        then = left;
    }

    private static Map<List<String>, List<Finding>> groups(
            List<Finding> findings, Likeness level, List<Finding> without) {
        var groups = new HashMap<List<String>, List<Finding>>();
        for (var finding : findings) {
            var key = level.key(finding);
            if (key == null) {
                without.add(finding);
            } else {
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(finding);
            }
        }
        return groups;
    }

    /** Those that did not change at all first, then in order, skipping whatever is farther away than its successor. */
    private static void pair(
            List<Finding> some,
            List<Finding> others,
            Likeness level,
            Consumer<Pair> found,
            List<Finding> loose,
            List<Finding> left) {
        var partners = new HashMap<String, ArrayList<Finding>>();
        others.forEach(other ->
                partners.computeIfAbsent(spot(other), any -> new ArrayList<>()).add(other));
        var changed = new ArrayList<Finding>();
        for (var finding : some) {
            var same = partners.get(spot(finding));
            if (same == null || same.isEmpty()) {
                changed.add(finding);
            } else {
                found.accept(new Pair(finding, same.remove(same.size() - 1), level));
            }
        }
        var open = partners.values().stream()
                .flatMap(List::stream)
                .sorted(Identity.ORDER)
                .toList();
        if (changed.size() <= open.size()) {
            align(changed, open, left, (finding, other) -> found.accept(new Pair(finding, other, level)));
        } else {
            align(open, changed, loose, (other, finding) -> found.accept(new Pair(finding, other, level)));
        }
    }

    /** Where exactly it is among those that are alike. */
    private static String spot(Finding finding) {
        return finding.location() instanceof Location.Code code
                ? code.className() + ":" + code.startLine() + "-" + code.endLine()
                : finding.location().display();
    }

    @FunctionalInterface
    private interface Couple {
        void accept(Finding few, Finding many);
    }

    /** Every finding of the shorter list gets a partner from the longer one, in order, the rest is left over. */
    private static void align(List<Finding> few, List<Finding> many, List<Finding> leftOver, Couple couple) {
        int next = 0;
        int spare = many.size() - few.size();
        for (var finding : few) {
            while (spare > 0 && distance(finding, many.get(next + 1)) < distance(finding, many.get(next))) {
                leftOver.add(many.get(next));
                next++;
                spare--;
            }
            couple.accept(finding, many.get(next));
            next++;
        }
        leftOver.addAll(many.subList(next, many.size()));
    }

    /** Lines between two places; only ever compared within findings that are alike. */
    private static int distance(Finding one, Finding other) {
        return Math.abs(line(one) - line(other));
    }

    private static int line(Finding finding) {
        return finding.location() instanceof Location.Code code ? code.startLine() : 0;
    }
}
