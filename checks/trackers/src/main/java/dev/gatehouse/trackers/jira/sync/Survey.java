package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Marker;
import dev.gatehouse.trackers.jira.issue.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All issues of one owner, as one search shows them.
 *
 * @param newest by marker id, the issue of the last generation
 * @param duplicates issues beside an older one with the same marker, each with that one
 * @param copies issues with the labels of another one and without its property
 */
record Survey(Map<String, Issue> newest, List<Duplicate> duplicates, List<Issue> copies) {

    /** An issue that is there once too often: two machines made it at the same moment. */
    record Duplicate(Issue issue, Issue first) {}

    /**
     * @param all also those that were closed and have not changed for some days
     */
    static Survey of(Jira jira, Owner owner, boolean all) {
        var jql =
                "project = %s AND labels = %s".formatted(Markers.quoted(jira.project()), Markers.quoted(owner.label()));
        return of(jira.search(all ? jql : jql + " AND (statusCategory != Done OR updated >= -3d)"), owner);
    }

    private static Survey of(List<Issue> issues, Owner owner) {
        var byMarker = new HashMap<Marker, Issue>();
        var duplicates = new ArrayList<Duplicate>();
        var copies = new ArrayList<Issue>();
        for (var issue : issues) {
            var marker = Markers.markerOf(issue).filter(own -> isOwned(issue, owner));
            if (marker.isEmpty()) {
                continue;
            }
            var other = byMarker.get(marker.get());
            if (other == null) {
                byMarker.put(marker.get(), issue);
                continue;
            }
            var first = Markers.better(issue, other);
            var second = first.equals(issue) ? other : issue;
            byMarker.put(marker.get(), first);
            // a copy that a person made has the labels and not the property, and is that person's
            if (Mark.of(second).isPresent()) {
                duplicates.add(new Duplicate(second, first));
            } else {
                copies.add(second);
            }
        }
        var newest = new HashMap<String, Issue>();
        byMarker.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(Marker::generation)))
                .forEach(entry -> newest.put(entry.getKey().id(), entry.getValue()));
        return new Survey(newest, duplicates, copies);
    }

    private static boolean isOwned(Issue issue, Owner owner) {
        return Mark.of(issue).map(mark -> mark.owner().equals(owner.id())).orElse(true);
    }

    static int generation(Issue issue) {
        return Markers.markerOf(issue).map(Marker::generation).orElse(1);
    }
}
