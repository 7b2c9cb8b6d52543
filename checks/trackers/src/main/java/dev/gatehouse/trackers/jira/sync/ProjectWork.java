package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.outbox.Entry;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.Subject;
import dev.gatehouse.trackers.outbox.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a whole scan apart into intents for single issues. What Jira has is read first, in pages, so that an agent with an
 * empty outbox knows what others made, and what people did meanwhile is seen.
 */
final class ProjectWork {
    static final String PREFIX = "project/";
    private static final String SURVEYED = "surveyed";
    /** After so long, closed issues are read again too. */
    private static final Duration FULL_SURVEY = Duration.ofDays(1);

    private final Jira jira;
    private final Outbox outbox;
    private final String target;
    private final int mostNew;
    private final Standing standing;
    private final Duplicates duplicates;
    private final Clock clock;
    private final Notes notes;

    ProjectWork(
            Jira jira,
            Outbox outbox,
            String target,
            int mostNew,
            Standing standing,
            Duplicates duplicates,
            Clock clock,
            Notes notes) {
        this.jira = jira;
        this.outbox = outbox;
        this.target = target;
        this.mostNew = mostNew;
        this.standing = standing;
        this.duplicates = duplicates;
        this.clock = clock;
        this.notes = notes;
    }

    static Subject subject(String target, String owner) {
        return new Subject(JiraHandler.TRACKER, target, PREFIX + owner);
    }

    void handle(Task task) {
        var state = ProjectState.parse(task.intent().payload());
        boolean all = task.recall(SURVEYED)
                .map(Instant::parse)
                .filter(last -> last.plus(FULL_SURVEY).isAfter(clock.instant()))
                .isEmpty();
        var begun = clock.instant();
        var survey = Survey.of(jira, state.owner(), all);
        survey.duplicates().forEach(duplicates::close);
        var intents = intents(state, survey);
        outbox.together(() -> {
            outbox.add(intents);
            if (all) {
                task.remember(SURVEYED, begun.toString());
            }
            task.done();
        });
    }

    private List<Intent> intents(ProjectState state, Survey survey) {
        var known = new HashMap<>(remembered(Job.KEY));
        survey.newest().forEach((marker, issue) -> known.put(marker, issue.key()));
        var done = remembered(Job.DONE);
        var proposals = remembered(Job.PROPOSAL);
        var waiting = waiting();
        var digests = new HashMap<String, String>();
        waiting.forEach(wanted -> digests.put(wanted.marker(), wanted.digest()));
        var intents = new ArrayList<Intent>();
        var fresh = new ArrayList<Wanted>();
        var present = new HashSet<String>();
        for (var wanted : state.wanted()) {
            present.add(wanted.marker());
            var marker = wanted.marker();
            if (known.containsKey(marker)) {
                var issue = survey.newest().get(marker);
                if (!standing.isAsLeft(wanted, issue, done.get(marker), digests.get(marker))) {
                    intents.add(intent(wanted, survey));
                }
            } else if (wanted.condition() == Condition.OPEN && wanted.create()) {
                fresh.add(wanted);
            }
        }
        fresh.stream().limit(mostNew).forEach(wanted -> intents.add(intent(wanted, survey)));
        rest(state, fresh, known, survey).ifPresent(intents::add);
        overtaken(state, waiting, present).forEach(wanted -> intents.add(intent(wanted, survey)));
        gone(state, survey, present, proposals).forEach(wanted -> intents.add(intent(wanted, survey)));
        return intents;
    }

    private Optional<Intent> rest(ProjectState state, List<Wanted> fresh, Map<String, String> known, Survey survey) {
        var marker = Rest.marker(state.owner());
        if (fresh.size() > mostNew) {
            var left = fresh.subList(mostNew, fresh.size());
            notes.note("%d findings have no issue of their own; one issue tells of them all (max-new-issues: %d)"
                    .formatted(left.size(), mostNew));
            return Optional.of(intent(Rest.of(state, left, left.get(0)), survey));
        }
        var issue = survey.newest().get(marker);
        return known.containsKey(marker)
                        && issue != null
                        && !issue.done()
                        && !state.wanted().isEmpty()
                ? Optional.of(intent(Rest.of(state, List.of(), state.wanted().get(0)), survey))
                : Optional.empty();
    }

    /** What earlier scans wanted of single issues, and nobody has made true yet. */
    private List<Wanted> waiting() {
        return outbox.entries().stream()
                .map(Entry::intent)
                .filter(intent -> intent.subject().tracker().equals(JiraHandler.TRACKER)
                        && intent.subject().target().equals(target)
                        && intent.subject().name().startsWith(IssueIntent.PREFIX))
                .map(intent -> IssueIntent.parse(intent.payload()).wanted())
                .toList();
    }

    /** Findings of an earlier scan that still wait for an issue and are no more. */
    private static List<Wanted> overtaken(ProjectState state, List<Wanted> waiting, Set<String> present) {
        return waiting.stream()
                .filter(wanted -> wanted.owner().equals(state.owner())
                        && wanted.condition() == Condition.OPEN
                        && !present.contains(wanted.marker())
                        && !wanted.marker().equals(Rest.marker(state.owner()))
                        && state.completed().contains(wanted.scanner()))
                .map(wanted -> wanted.fixed(state.seen()))
                .toList();
    }

    /** Issues whose findings are no more, of scanners that looked at everything. */
    private static List<Wanted> gone(
            ProjectState state, Survey survey, Set<String> present, Map<String, String> proposals) {
        var gone = new ArrayList<Wanted>();
        survey.newest().forEach((marker, issue) -> {
            var mark = Mark.of(issue);
            boolean judged =
                    mark.map(Mark::scanner).filter(state.completed()::contains).isPresent();
            boolean open = !issue.done()
                    || proposals.containsKey(marker)
                    || mark.map(Mark::state).filter(Mark.WONT_DO::equals).isPresent();
            boolean told = mark.map(Mark::state).filter("fixed"::equals).isPresent();
            if (!present.contains(marker) && !marker.equals(Rest.marker(state.owner())) && judged && open && !told) {
                gone.add(Gone.of(state, marker, mark.orElseThrow(), issue));
            }
        });
        return gone;
    }

    private Intent intent(Wanted wanted, Survey survey) {
        var issue = survey.newest().get(wanted.marker());
        return new IssueIntent(
                        wanted, issue == null ? null : issue.key(), issue == null ? 1 : Survey.generation(issue), false)
                .intent(target);
    }

    private Map<String, String> remembered(String name) {
        return IssueIntent.memories(outbox, target, name);
    }
}
