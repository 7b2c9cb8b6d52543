package dev.gatehouse.trackers.jira.release;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.api.WorkItem;
import dev.gatehouse.trackers.jira.settings.Versioning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A release with what Jira says of its issues.
 *
 * @param items by key, as commits name them; those that Jira does not have are absent
 */
public record ReleaseReview(Changes changes, Map<String, WorkItem> items, List<ReleaseRuling> rulings) {
    private static final int MOST_SHOWN = 5;

    public ReleaseReview {
        items = Map.copyOf(items);
        rulings = List.copyOf(rulings);
    }

    /**
     * Asks Jira for every issue. A Jira that does not answer lets nothing through: then the rule on issues is not kept.
     *
     * @param day on which exceptions have to count
     */
    public static ReleaseReview of(Changes changes, Versioning versioning, Supplier<Jira> door, LocalDate day) {
        var items = new TreeMap<String, WorkItem>();
        var rulings = new ArrayList<ReleaseRuling>();
        rulings.add(named(changes, versioning, day));
        try {
            for (var key : changes.keys()) {
                door.get().work(key).ifPresent(item -> items.put(key, item));
            }
            rulings.add(done(changes.keys(), items, versioning, day));
        } catch (TrackerProblem problem) {
            rulings.add(new ReleaseRuling(
                    "issues-done", !versioning.done(), "not known whether every issue is done: " + problem.sentence()));
        }
        return new ReleaseReview(changes, items, rulings);
    }

    /** Yes, when every rule is kept. */
    public boolean allowed() {
        return rulings.stream().allMatch(ReleaseRuling::kept);
    }

    private static ReleaseRuling named(Changes changes, Versioning versioning, LocalDate day) {
        var nameless = new ArrayList<String>();
        var excepted = new ArrayList<String>();
        for (var change : changes.all()) {
            if (change.merge() || !change.keys().isEmpty()) {
                continue;
            }
            versioning
                    .forCommit(change.id(), change.subject(), day)
                    .ifPresentOrElse(
                            exception -> excepted.add(
                                    "%s (%s: %s)".formatted(change.brief(), exception.owner(), exception.reason())),
                            () -> nameless.add(change.brief()));
        }
        var all = "%d commits".formatted(changes.all().size());
        return ruling(
                "commits-named",
                versioning.keyed(),
                nameless,
                "every one of %s names an issue".formatted(all),
                "of %s, %d name no issue of %s".formatted(all, nameless.size(), String.join(", ", versioning.keys())),
                excepted);
    }

    private static ReleaseRuling done(
            List<String> keys, Map<String, WorkItem> items, Versioning versioning, LocalDate day) {
        var open = new ArrayList<String>();
        var excepted = new ArrayList<String>();
        for (var key : keys) {
            var item = items.get(key);
            if (item != null && item.done()) {
                continue;
            }
            var state = item == null ? key + ", which is not in Jira" : "%s in '%s'".formatted(key, item.status());
            versioning
                    .forIssue(key, day)
                    .ifPresentOrElse(
                            exception ->
                                    excepted.add("%s (%s: %s)".formatted(state, exception.owner(), exception.reason())),
                            () -> open.add(state));
        }
        return ruling(
                "issues-done",
                versioning.done(),
                open,
                "every one of %d issues is done".formatted(keys.size()),
                "of %d issues, %d are not done".formatted(keys.size(), open.size()),
                excepted);
    }

    private static ReleaseRuling ruling(
            String rule, boolean counts, List<String> against, String kept, String broken, List<String> excepted) {
        var exceptions = excepted.isEmpty() ? "" : "; let through: " + some(excepted);
        return against.isEmpty()
                ? new ReleaseRuling(rule, true, kept + exceptions)
                : new ReleaseRuling(
                        rule,
                        !counts,
                        broken + ": " + some(against) + exceptions + (counts ? "" : " (the rule is set to ignore)"));
    }

    private static String some(List<String> all) {
        int more = all.size() - MOST_SHOWN;
        return String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
