package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.model.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Pairs findings one to one, level of likeness by level of likeness: whatever is paired at a closer level is out of the
 * game at the next. The work is that of sorting, however many findings look the same.
 */
final class Pairs {
    private static final Comparator<Subject> ORDER = Comparator.comparingInt(Subject::rank);

    /** A finding of now, the finding of then that it is taken for, and why. */
    record Pair(Finding now, Finding then, Likeness likeness) {}

    /** The findings of now and of then that have no partner. */
    record Rest(List<Finding> now, List<Finding> then) {}

    private final Classes classes;
    private final Consumer<Pair> found;
    private List<Subject> now;
    private List<Subject> then;

    private Pairs(List<Finding> now, List<Finding> then, Classes classes, Consumer<Pair> found) {
        this.now = Subject.of(now);
        this.then = Subject.of(then);
        this.classes = classes;
        this.found = found;
    }

    /** Tells each pair to the consumer and returns what is left. */
    static Rest of(List<Finding> now, List<Finding> then, Set<Likeness> levels, Classes classes, Consumer<Pair> found) {
        var pairs = new Pairs(now, then, classes, found);
        for (var level : Likeness.values()) {
            if (levels.contains(level)) {
                pairs.match(level);
            }
        }
        return new Rest(findings(pairs.now), findings(pairs.then));
    }

    private static List<Finding> findings(List<Subject> subjects) {
        return subjects.stream().map(Subject::finding).toList();
    }

    private void match(Likeness level) {
        var looseNow = new ArrayList<Subject>();
        var looseThen = new ArrayList<Subject>();
        var groups = groups(now, level, classes::appeared, looseNow);
        var candidates = groups(then, level, classes::gone, looseThen);
        groups.forEach((key, some) -> {
            var others = candidates.remove(key);
            if (others == null) {
                looseNow.addAll(some);
            } else {
                pair(some, others, level, looseNow, looseThen);
            }
        });
        candidates.values().forEach(looseThen::addAll);
        looseNow.sort(ORDER);
        looseThen.sort(ORDER);
        now = looseNow;
        then = looseThen;
    }

    /** Groups by key; what has none, or would change its class without being allowed to, stays loose. */
    private static Map<List<String>, List<Subject>> groups(
            List<Subject> subjects, Likeness level, Predicate<Finding> classRenamed, List<Subject> loose) {
        var groups = new HashMap<List<String>, List<Subject>>();
        for (var subject : subjects) {
            boolean barred = level.changesClass() && subject.isAboutAClass() && !classRenamed.test(subject.finding());
            var key = barred ? null : level.key(subject);
            if (key == null) {
                loose.add(subject);
            } else {
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(subject);
            }
        }
        return groups;
    }

    /** Those that did not change at all first, then the others in order. */
    private void pair(
            List<Subject> some, List<Subject> others, Likeness level, List<Subject> looseNow, List<Subject> looseThen) {
        var unchanged = new HashMap<String, Deque<Subject>>();
        others.forEach(other -> unchanged
                .computeIfAbsent(other.spot(), any -> new ArrayDeque<>())
                .add(other));
        var changed = new ArrayList<Subject>();
        for (var subject : some) {
            var same = unchanged.get(subject.spot());
            if (same == null || same.isEmpty()) {
                changed.add(subject);
            } else {
                found.accept(new Pair(subject.finding(), same.remove().finding(), level));
            }
        }
        var open =
                unchanged.values().stream().flatMap(Deque::stream).sorted(ORDER).toList();
        if (changed.size() <= open.size()) {
            align(changed, open, looseThen, (here, there) -> accept(here, there, level));
        } else {
            align(open, changed, looseNow, (there, here) -> accept(here, there, level));
        }
    }

    private void accept(Subject here, Subject there, Likeness level) {
        found.accept(new Pair(here.finding(), there.finding(), level));
    }

    /** Every one of the few gets a partner from the many, in order, passing by what is farther away than the next. */
    private static void align(
            List<Subject> few, List<Subject> many, List<Subject> left, BiConsumer<Subject, Subject> couple) {
        int next = 0;
        int spare = many.size() - few.size();
        for (var subject : few) {
            while (spare > 0 && subject.distance(many.get(next + 1)) < subject.distance(many.get(next))) {
                left.add(many.get(next));
                next++;
                spare--;
            }
            couple.accept(subject, many.get(next));
            next++;
        }
        left.addAll(many.subList(next, many.size()));
    }
}
