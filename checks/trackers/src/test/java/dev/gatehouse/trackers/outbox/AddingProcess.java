package dev.gatehouse.trackers.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Adds and remembers as fast as it can, and says of each when it is told that it is durable. Killed by a test; where the test
 * itself is killed, nobody listens any more, and it ends.
 */
final class AddingProcess {
    private AddingProcess() {}

    public static void main(String[] args) {
        try (var outbox = SqlOutbox.open(Path.of(args[0]), Clock.systemUTC())) {
            for (int i = 0; !System.out.checkError(); i++) {
                var subject = new Subject("jira", args[1], "n" + i);
                outbox.add(List.of(new Intent(subject, "title", "x".repeat(2000))));
                var task = outbox.take("jira", args[1], 1).get(0);
                task.remember("key", "SHOP-" + i);
                System.out.println(i);
                if (i % 2 == 0) {
                    task.done();
                } else {
                    task.refuse("waits for a person");
                }
            }
        }
    }
}
