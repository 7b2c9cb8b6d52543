package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.Difference.Kind;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares all issues of a project and branch with what a scan wants. Writes nothing anywhere. */
public final class Reconciliation {
    private final Jira jira;
    private final JiraSettings settings;
    private final ProjectState state;
    private final Survey survey;
    private final Map<String, String> remembered;

    /** Reads what Jira has. */
    public Reconciliation(Jira jira, JiraSettings settings, Outbox outbox, ProjectState state) {
        this.jira = jira;
        this.settings = settings;
        this.state = state;
        this.survey = Survey.of(jira, state.owner(), true);
        this.remembered = IssueIntent.memories(outbox, settings.target(), Job.KEY);
    }

    /** What differs, in the order of the scan; what Jira has beyond it comes last. */
    public List<Difference> differences() {
        var all = new ArrayList<Difference>();
        var present = new HashSet<String>();
        for (var wanted : state.wanted()) {
            present.add(wanted.marker());
            of(wanted).ifPresent(all::add);
        }
        survey.newest().forEach((marker, issue) -> {
            if (!present.contains(marker)) {
                beyond(marker, issue).ifPresent(all::add);
            }
        });
        survey.duplicates()
                .forEach(one -> all.add(new Difference(
                        "",
                        Kind.DUPLICATE,
                        "%s is the same as %s"
                                .formatted(one.issue().key(), one.first().key()),
                        true)));
        survey.copies()
                .forEach(copy -> all.add(new Difference(
                        "",
                        Kind.COPY,
                        "%s has our labels and is none of our issues: a copy that somebody made".formatted(copy.key()),
                        false)));
        return List.copyOf(all);
    }

    /** Intents that put the differences right which an ordinary scan leaves alone. */
    public List<Intent> mending(List<Difference> differences) {
        var byMarker = new HashMap<String, Wanted>();
        state.wanted().forEach(wanted -> byMarker.put(wanted.marker(), wanted));
        return differences.stream()
                .filter(Difference::mendable)
                .flatMap(difference -> Stream.ofNullable(byMarker.get(difference.marker())))
                .map(this::mending)
                .toList();
    }

    private Intent mending(Wanted wanted) {
        var issue = survey.newest().get(wanted.marker());
        return new IssueIntent(
                        wanted, issue == null ? null : issue.key(), issue == null ? 1 : Survey.generation(issue), true)
                .intent(settings.target());
    }

    private Optional<Difference> of(Wanted wanted) {
        var shown = survey.newest().get(wanted.marker());
        var key = remembered.get(wanted.marker());
        if (shown != null) {
            return of(wanted, shown);
        }
        if (key == null) {
            return wanted.condition() == Condition.OPEN && wanted.create()
                    ? difference(wanted, Kind.MISSING, "no issue for: " + wanted.summary(), true)
                    : Optional.empty();
        }
        var found = jira.issue(key);
        if (found.isEmpty()) {
            boolean open = wanted.condition() == Condition.OPEN;
            return difference(
                    wanted, Kind.GONE, "%s is gone, or not to be seen: %s".formatted(key, wanted.summary()), open);
        }
        var other = of(wanted, found.get());
        return other.isPresent() ? other : labels(wanted, found.get());
    }

    private Optional<Difference> of(Wanted wanted, Issue issue) {
        var mark = Mark.of(issue);
        boolean open = wanted.condition() == Condition.OPEN;
        if (open && issue.done()) {
            return closed(wanted, issue, mark.orElse(null));
        }
        if (!open && !issue.done()) {
            boolean told = mark.map(Mark::state)
                    .filter(Mark.stateOf(wanted.condition())::equals)
                    .isPresent();
            return difference(
                    wanted,
                    Kind.OPEN,
                    "%s is open, and its risk is accepted in the policy".formatted(issue.key()),
                    !told);
        }
        if (open
                && mark.filter(own -> !own.findings()
                                .equals(wanted.findings().stream()
                                        .limit(Mark.MOST_FINDINGS)
                                        .toList()))
                        .isPresent()) {
            return difference(
                    wanted,
                    Kind.FINDINGS,
                    "%s stands for other findings than before: %d now, %d then"
                            .formatted(
                                    issue.key(),
                                    wanted.findings().size(),
                                    mark.orElseThrow().findings().size()),
                    true);
        }
        return labels(wanted, issue);
    }

    private Optional<Difference> closed(Wanted wanted, Issue issue, @Nullable Mark mark) {
        boolean decided = (mark != null && (mark.state().equals(Mark.WONT_DO) || mark.reopened() > 0))
                || settings.life().isWontDo(issue.status(), issue.resolution());
        boolean ours =
                mark != null && (mark.state().equals("fixed") || mark.state().equals("accepted"));
        if (decided && !ours) {
            return difference(
                    wanted,
                    Kind.DECIDED,
                    "%s is closed as '%s' and its findings are there: accept the risk in the policy, or open it"
                            .formatted(issue.key(), issue.resolution() == null ? issue.status() : issue.resolution()),
                    false);
        }
        return difference(wanted, Kind.CLOSED, "%s is closed, and its findings are there".formatted(issue.key()), true);
    }

    private Optional<Difference> labels(Wanted wanted, Issue issue) {
        var missing = new ArrayList<>(NewIssue.labels(wanted, wanted.first().withGeneration(Survey.generation(issue))));
        missing.removeAll(issue.labels());
        return missing.isEmpty()
                ? Optional.empty()
                : difference(
                        wanted,
                        Kind.LABELS,
                        "%s lacks %s, by which searches find it".formatted(issue.key(), String.join(" and ", missing)),
                        true);
    }

    private Optional<Difference> beyond(String marker, Issue issue) {
        var mark = Mark.of(issue);
        boolean judged =
                mark.map(Mark::scanner).filter(state.completed()::contains).isPresent();
        if (issue.done() || !judged || marker.equals(Rest.marker(state.owner()))) {
            return Optional.empty();
        }
        // what was told once that the workflow has no way is for a person to close
        boolean told = mark.map(Mark::state).filter("fixed"::equals).isPresent();
        return Optional.of(new Difference(
                marker, Kind.OPEN, "%s is open, and its findings are gone".formatted(issue.key()), !told));
    }

    private static Optional<Difference> difference(Wanted wanted, Kind kind, String sentence, boolean mendable) {
        return Optional.of(new Difference(wanted.marker(), kind, sentence, mendable));
    }
}
