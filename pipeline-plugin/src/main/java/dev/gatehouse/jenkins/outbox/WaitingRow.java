package dev.gatehouse.jenkins.outbox;

import dev.gatehouse.policy.outbox.Waiting;
import java.time.Duration;
import java.time.Instant;

/** Something that waits, for a page. */
public final class WaitingRow {
    private static final int HOURS_OF_TWO_DAYS = 48;

    private final Waiting waiting;
    private final Instant now;

    WaitingRow(Waiting waiting, Instant now) {
        this.waiting = waiting;
        this.now = now;
    }

    public long getId() {
        return waiting.id();
    }

    public String getTitle() {
        return waiting.title();
    }

    public String getTracker() {
        return waiting.tracker().equals("jira")
                ? "Jira"
                : waiting.tracker().equals("github") ? "GitHub" : waiting.tracker();
    }

    public String getTarget() {
        return waiting.target();
    }

    /** What happens next, by itself or not. */
    public String getState() {
        return switch (waiting.state()) {
            case NEEDS_A_PERSON -> "needs a person";
            case FAILED ->
                waiting.due().isAfter(now) ? "tried again after " + waiting.due() : "tried by the next build";
            case WAITING -> "tried by the next build";
            case IN_WORK -> "a build works on it";
        };
    }

    /** Why it still waits; empty before the first try. */
    public String getProblem() {
        return waiting.problem();
    }

    public int getAttempts() {
        return waiting.attempts();
    }

    /** Since when, UTC. */
    public String getSince() {
        return waiting.since().toString();
    }

    /** How long that is, such as {@code 3 days}. */
    public String getAge() {
        var age = Duration.between(waiting.since(), now);
        if (age.toHours() >= HOURS_OF_TWO_DAYS) {
            return age.toDays() + " days";
        }
        return age.toMinutes() >= 120 ? age.toHours() + " hours" : Math.max(0, age.toMinutes()) + " minutes";
    }

    /** Whether a person may decide about it now. */
    public boolean isFree() {
        return waiting.state() != Waiting.State.IN_WORK;
    }
}
