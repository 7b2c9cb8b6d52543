package dev.gatehouse.cli.serve;

import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import dev.gatehouse.trackers.outbox.Subject;
import dev.gatehouse.trackers.outbox.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** An outbox after a bad night: a field that somebody made mandatory, and a GitHub that is down. Nothing ever sends it. */
final class DemoOutbox {
    private static final String JIRA = "https://jira.example SHOP";
    private static final String GITHUB = "https://github.example shop/app";

    private final Clock clock;

    DemoOutbox(Clock clock) {
        this.clock = clock;
    }

    Outbox fill(Path file) {
        try (var before = at(file, Duration.ofDays(3))) {
            before.add(List.of(jira("issue/3f2a", "SQL injection in OrderSearch.find (high)")));
            each(
                    before,
                    "jira",
                    JIRA,
                    task -> task.refuse("Jira takes no Bug without the field 'Team': give it a default there"));
        }
        var now = clock.instant();
        var longAgo = now.minus(Duration.ofHours(6));
        try (var before = at(file, Duration.ofHours(5))) {
            before.add(List.of(jira("issue/9bc1", "commons-text 1.9: CVE-2022-42889 (critical)")));
            for (int attempt = 0; attempt < 4; attempt++) {
                each(before, "jira", JIRA, task -> task.later(longAgo, "Jira did not answer within 30 seconds"));
            }
            each(before, "jira", JIRA, task -> task.later(now.plus(Duration.ofMinutes(25)), "Jira answered 502"));
            before.add(List.of(new Intent(
                    new Subject("github", GITHUB, "check/gatehouse"), "Check of 7d1c0aa: gate failed", "{}")));
            each(before, "github", GITHUB, task -> task.later(now.plus(Duration.ofMinutes(10)), "GitHub answered 503"));
        }
        var outbox = SqlOutbox.open(file, clock);
        outbox.pause("github", GITHUB, now.plus(Duration.ofMinutes(10)), "GitHub answered 503", false);
        outbox.add(List.of(jira("issue/c07e", "Cross-site scripting in ReviewServlet.doGet (medium)")));
        return outbox;
    }

    private Outbox at(Path file, Duration ago) {
        return SqlOutbox.open(file, Clock.offset(clock, ago.negated()));
    }

    private static void each(Outbox outbox, String tracker, String target, Consumer<Task> deed) {
        outbox.take(tracker, target, 10).forEach(deed);
    }

    private static Intent jira(String subject, String title) {
        return new Intent(new Subject("jira", JIRA, subject), title, "{}");
    }
}
