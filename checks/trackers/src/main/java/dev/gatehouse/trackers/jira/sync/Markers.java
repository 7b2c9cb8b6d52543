package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Marker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds issues by what we wrote on them. */
final class Markers {
    /** The one that was made first stays; all machines agree on that. */
    static final Comparator<Issue> FIRST = Comparator.comparingLong(Issue::id);

    private final Jira jira;
    private boolean linked = true;

    Markers(Jira jira) {
        this.jira = jira;
    }

    /** One search for all, by label or by remote link; markers without an issue are absent. */
    Map<Marker, Issue> find(List<Marker> wanted) {
        var found = new HashMap<Marker, Issue>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (var issue : search(wanted)) {
            markerOf(issue).filter(wanted::contains).ifPresent(marker -> found.merge(marker, issue, Markers::better));
        }
        return found;
    }

    /** A Jira without remote links refuses the question, and then the labels are all there is. */
    private List<Issue> search(List<Marker> wanted) {
        var project = "project = " + quoted(jira.project());
        var labels = "labels in (%s)".formatted(list(wanted, Marker::label));
        if (linked) {
            try {
                return jira.search("%s AND (%s OR issue in issuesWithRemoteLinksByGlobalId(%s))"
                        .formatted(project, labels, list(wanted, Marker::globalId)));
            } catch (TrackerProblem problem) {
                if (problem.kind() != TrackerProblem.Kind.REFUSED) {
                    throw problem;
                }
                linked = false;
            }
        }
        return jira.search("%s AND %s".formatted(project, labels));
    }

    private static String list(List<Marker> markers, Function<Marker, String> name) {
        return markers.stream().map(marker -> quoted(name.apply(marker))).collect(Collectors.joining(", "));
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
