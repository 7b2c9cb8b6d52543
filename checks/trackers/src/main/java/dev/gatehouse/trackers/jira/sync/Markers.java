package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Marker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds issues by what we wrote on them. */
final class Markers {
    /** The one that was made first stays; all machines agree on that. */
    static final Comparator<Issue> FIRST = Comparator.comparingLong(Issue::id);

    private final Jira jira;

    Markers(Jira jira) {
        this.jira = jira;
    }

    /** One search for all; markers without an issue are absent. */
    Map<Marker, Issue> find(List<Marker> wanted) {
        var found = new HashMap<Marker, Issue>();
        if (wanted.isEmpty()) {
            return found;
        }
        var labels = wanted.stream().map(marker -> quoted(marker.label())).collect(Collectors.joining(", "));
        var issues = jira.search("project = %s AND labels in (%s)".formatted(quoted(jira.project()), labels));
        for (var issue : issues) {
            markerOf(issue).filter(wanted::contains).ifPresent(marker -> found.merge(marker, issue, Markers::better));
        }
        return found;
    }

    /** Of two with the same marker: the one with the property, since copies of an issue have only the labels. */
    static Issue better(Issue one, Issue other) {
        boolean marked = Mark.of(one).isPresent();
        if (marked != Mark.of(other).isPresent()) {
            return marked ? one : other;
        }
        return FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** By the property, or by the label where the property is missing; empty for a known duplicate. */
    static Optional<Marker> markerOf(Issue issue) {
        var mark = Mark.of(issue);
        if (mark.isPresent()) {
            return mark.filter(own -> !own.state().equals(Mark.DUPLICATE)).map(Mark::marker);
        }
        return issue.labels().stream()
                .map(Marker::ofLabel)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
