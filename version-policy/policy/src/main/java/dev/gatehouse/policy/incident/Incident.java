package dev.gatehouse.policy.incident;

import dev.gatehouse.findings.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One incident, as the ledger has it.
 *
 * @param id such as {@code INC-2026-003}: the year in which it was opened, UTC, and a number within it
 * @param severity how bad it is taken to be now
 * @param issue key of the Jira issue, such as {@code SEC-12}; empty for none
 * @param story what happened, oldest first; the first line is the opening
 * @param closing null while it is open
 */
public record Incident(
        String id,
        String title,
        Severity severity,
        String issue,
        List<Affected> affected,
        List<Line> story,
        @Nullable Closing closing) {
    /** One line of the story: a note, a measure or the closing. */
    public record Line(Instant time, String actor, String text, long entry) {}

    /**
     * @param hotfix what mended it; null where no release was needed
     * @param published when the hotfix went out
     */
    public record Closing(
            Instant time,
            @Nullable Affected hotfix,
            @Nullable Instant published) {}

    public Incident {
        affected = List.copyOf(affected);
        story = List.copyOf(story);
    }

    public Instant opened() {
        return story.get(0).time();
    }

    public boolean isOpen() {
        return closing == null;
    }

    /** From the opening until the hotfix was published; none while it is open, or where no release was needed. */
    public Optional<Duration> timeToFix() {
        return Optional.ofNullable(closing)
                .map(Closing::published)
                .map(published -> Duration.between(opened(), published));
    }

    /** From the opening until it was closed; none while it is open. */
    public Optional<Duration> timeToClose() {
        return Optional.ofNullable(closing).map(end -> Duration.between(opened(), end.time()));
    }

    Incident with(Line line) {
        var longer = new ArrayList<>(story);
        longer.add(line);
        return new Incident(id, title, severity, issue, affected, longer, closing);
    }

    Incident with(Severity other) {
        return new Incident(id, title, other, issue, affected, story, closing);
    }

    Incident withIssue(String key) {
        return new Incident(id, title, severity, key, affected, story, closing);
    }

    Incident withAffected(List<Affected> more) {
        var all = new ArrayList<>(affected);
        more.stream().filter(one -> all.stream().noneMatch(one::isSameAs)).forEach(all::add);
        return new Incident(id, title, severity, issue, all, story, closing);
    }

    Incident closed(Closing end) {
        return new Incident(id, title, severity, issue, affected, story, end);
    }
}
