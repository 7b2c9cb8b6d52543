package dev.gatehouse.trackers.github.check;

import dev.gatehouse.trackers.github.http.Bridge;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHCheckRunBuilder.Annotation;
import org.kohsuke.github.GHCheckRunBuilder.Output;

/**
 * Makes a commit have one check run with this content. It is found again by its external id; how many annotations it has
 * already says where to go on. GitHub can't delete check runs, so of two that builds made at the same moment the older one
 * gives up the external id.
 */
public final class CheckWork {
    /** Annotations in a request; GitHub refuses more. */
    static final int BATCH = 50;

    private final Bridge bridge;
    private final CrashPoints crash;

    public CheckWork(Bridge bridge, CrashPoints crash) {
        this.bridge = bridge;
        this.crash = crash;
    }

    public void make(Task task, CheckContent content) {
        var found = newest(ours(content));
        crash.after("check run looked for");
        if (found.isPresent()) {
            var run = found.get();
            complete(content, run.getId(), annotations(run), isComplete(run));
        } else {
            task.renew();
            long id = create(content);
            crash.after("check run created");
            int sent = Math.min(BATCH, content.annotations().size());
            complete(content, id, sent, sent == content.annotations().size());
        }
        giveUpOlder(content);
    }

    private long create(CheckContent content) {
        var builder = bridge.repository()
                .createCheckRun(content.name(), content.commit())
                .withExternalID(content.externalId());
        if (content.detailsUrl() != null) {
            builder.withDetailsURL(content.detailsUrl());
        }
        boolean isAll = content.annotations().size() <= BATCH;
        var filled = isAll ? conclude(builder, content) : builder.withStatus(GHCheckRun.Status.IN_PROGRESS);
        return Bridge.calling(() -> filled.add(output(content, 0)).create().getId());
    }

    private void complete(CheckContent content, long id, int sent, boolean isComplete) {
        int next = sent;
        boolean isDone = isComplete && next >= content.annotations().size();
        while (!isDone) {
            int from = next;
            next = Math.min(from + BATCH, content.annotations().size());
            var update = bridge.repository().updateCheckRun(id);
            isDone = next == content.annotations().size();
            var filled = isDone ? conclude(update, content) : update;
            Bridge.calling(() -> filled.add(output(content, from)).create());
            crash.after("check run updated");
        }
    }

    private static GHCheckRunBuilder conclude(GHCheckRunBuilder builder, CheckContent content) {
        return builder.withStatus(GHCheckRun.Status.COMPLETED)
                .withConclusion(
                        GHCheckRun.Conclusion.valueOf(content.conclusion().toUpperCase(Locale.ROOT)));
    }

    private static Output output(CheckContent content, int from) {
        var output = new Output(content.title(), content.summary());
        content.annotations().stream()
                .skip(from)
                .limit(BATCH)
                .forEach(note -> output.add(new Annotation(
                                note.path(),
                                note.start(),
                                note.end(),
                                GHCheckRun.AnnotationLevel.valueOf(note.level().toUpperCase(Locale.ROOT)),
                                note.message())
                        .withTitle(note.title())));
        return output;
    }

    private void giveUpOlder(CheckContent content) {
        var ours = ours(content);
        newest(ours)
                .ifPresent(kept -> ours.stream()
                        .filter(run -> run.getId() != kept.getId())
                        .forEach(older -> {
                            Bridge.calling(() -> bridge.repository()
                                    .updateCheckRun(older.getId())
                                    .withExternalID("superseded-by-" + kept.getId())
                                    .create());
                            crash.after("check run given up");
                        }));
    }

    private List<GHCheckRun> ours(CheckContent content) {
        var named = Map.<String, Object>of("check_name", content.name(), "filter", "all");
        return Bridge.calling(
                () -> bridge.repository().getCheckRuns(content.commit(), named).withPageSize(100).toList().stream()
                        .filter(run -> content.externalId().equals(run.getExternalId()))
                        .toList());
    }

    private static Optional<GHCheckRun> newest(List<GHCheckRun> runs) {
        return runs.stream().max(Comparator.comparingLong(GHCheckRun::getId));
    }

    private static int annotations(GHCheckRun run) {
        return run.getOutput() == null ? 0 : run.getOutput().getAnnotationsCount();
    }

    private static boolean isComplete(GHCheckRun run) {
        return run.getStatus() == GHCheckRun.Status.COMPLETED;
    }
}
