package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Creation;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes issues, each once. The order is all: remember that a creation begins; look whether an earlier one went through;
 * create with label and property in the one request; remember the key. Whoever dies in between leaves a trace at one end
 * or the other. A search may not know yet what was just made, so after a creation of unknown end the next look waits until
 * it must.
 */
final class Creating {
    private final Jira jira;
    private final NewIssue newIssue;
    private final Markers markers;
    private final Outbox outbox;
    private final Clock clock;
    private final CrashPoints crash;
    private final Notes notes;

    Creating(
            Jira jira, NewIssue newIssue, Markers markers, Outbox outbox, Clock clock, CrashPoints crash, Notes notes) {
        this.jira = jira;
        this.newIssue = newIssue;
        this.markers = markers;
        this.outbox = outbox;
        this.clock = clock;
        this.crash = crash;
        this.notes = notes;
    }

    /**
     * Jobs that have a key now; what else was asked for is settled.
     *
     * @param found whose issues somebody made before
     * @param made whose issues were made just now, as they should be
     */
    record Keyed(List<Job> found, List<Job> made) {}

    /** Gives every job a key. */
    Keyed keys(List<Job> jobs) {
        var ready = new ArrayList<Job>();
        var sure = new ArrayList<Job>();
        for (var job : jobs) {
            var known = earliestLook(job);
            if (known.isAfter(clock.instant())) {
                job.task().later(known, "waits until a search is sure to show what an earlier try may have made");
            } else {
                sure.add(job);
            }
        }
        var found = markers.find(sure.stream().map(Job::marker).toList());
        crash.after("searched");
        var missing = new ArrayList<Job>();
        outbox.together(() -> {
            for (var job : sure) {
                var issue = found.get(job.marker());
                if (issue == null) {
                    missing.add(job);
                } else if (job.isStillOurs()) {
                    store(job, issue.key());
                    ready.add(job);
                }
            }
        });
        crash.after("stored");
        return new Keyed(ready, create(begun(missing)));
    }

    private Instant earliestLook(Job job) {
        return job.task()
                .recall(Job.ATTEMPT)
                .map(Instant::parse)
                .map(begun -> begun.plus(jira.edition().searchLag()))
                .orElse(Instant.MIN);
    }

    private static void store(Job job, String key) {
        job.task().remember(Job.KEY, key);
        job.task().forget(Job.ATTEMPT);
    }

    /** Those that are still ours, for which it is known from now on that issues are being made. */
    private List<Job> begun(List<Job> jobs) {
        var ours = new ArrayList<Job>();
        var now = clock.instant().toString();
        outbox.together(() -> jobs.stream().filter(Job::isStillOurs).forEach(job -> {
            job.task().remember(Job.UNLINKED, "yes");
            job.task().remember(Job.ATTEMPT, now);
            ours.add(job);
        }));
        crash.after("attempted");
        return ours;
    }

    private List<Job> create(List<Job> jobs) {
        var without = new HashMap<Job, Set<String>>();
        var made = new ArrayList<Job>();
        var open = jobs;
        while (!open.isEmpty()) {
            open = round(open, without, made);
        }
        return made;
    }

    /** One request; returns those that are to be tried again with fewer fields. */
    private List<Job> round(List<Job> jobs, Map<Job, Set<String>> without, List<Job> made) {
        var bodies = jobs.stream()
                .map(job -> newIssue.body(job.wanted(), job.marker(), without.getOrDefault(job, Set.of())))
                .toList();
        List<Creation> results;
        try {
            results = jira.create(bodies);
        } catch (TrackerProblem problem) {
            if (isSurelyNotDone(problem)) {
                outbox.together(() -> jobs.stream()
                        .filter(Job::isStillOurs)
                        .forEach(job -> job.task().forget(Job.ATTEMPT)));
            }
            throw problem;
        }
        crash.after("created");
        made.addAll(stored(jobs, results));
        crash.after("stored");
        var again = new ArrayList<Job>();
        for (int i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            if (results.get(i) instanceof Creation.Created created) {
                say(job, created.key(), without.getOrDefault(job, Set.of()));
            } else if (results.get(i) instanceof Creation.Refused refused) {
                job.task().forget(Job.ATTEMPT);
                refused(job, refused.problem(), without, again);
            }
        }
        return again;
    }

    /** The keys of all that were made are kept before anything else can go wrong. */
    private List<Job> stored(List<Job> jobs, List<Creation> results) {
        var stored = new ArrayList<Job>();
        outbox.together(() -> {
            for (int i = 0; i < jobs.size(); i++) {
                if (results.get(i) instanceof Creation.Created created
                        && jobs.get(i).isStillOurs()) {
                    store(jobs.get(i), created.key());
                    stored.add(jobs.get(i));
                }
            }
        });
        return stored;
    }

    private void say(Job job, String key, Set<String> left) {
        notes.note("made %s: %s%s"
                .formatted(
                        key,
                        job.wanted().summary(),
                        left.isEmpty() ? "" : " (without %s, which Jira refused)".formatted(String.join(", ", left))));
    }

    private static void refused(Job job, TrackerProblem problem, Map<Job, Set<String>> without, List<Job> again) {
        var droppable = new LinkedHashSet<>(problem.fields().keySet());
        droppable.retainAll(NewIssue.OPTIONAL);
        var dropped = without.computeIfAbsent(job, none -> new LinkedHashSet<>());
        if (dropped.addAll(droppable)) {
            again.add(job);
        } else if (problem.kind() == TrackerProblem.Kind.SERVER_FAULT) {
            throw problem;
        } else {
            job.task().refuse(problem.sentence());
        }
    }

    private static boolean isSurelyNotDone(TrackerProblem problem) {
        return switch (problem.kind()) {
            case UNREACHABLE, TIMED_OUT, SERVER_FAULT, NOT_THE_API -> false;
            default -> true;
        };
    }
}
