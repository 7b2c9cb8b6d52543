package dev.gatehouse.trackers.github.comment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.auth.Self;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a pull request have one comment that says what the newest scan found. GitHub has no create-or-update, so after a
 * comment was created we look again: of several, the oldest stays, gets the newest text, and the others go. However two
 * builds interleave, whoever created last sees both, and one is left.
 */
public final class CommentWork {
    private final Door door;
    private final Self self;
    private final CrashPoints crash;

    public CommentWork(Door door, Self self, CrashPoints crash) {
        this.door = door;
        this.self = self;
        this.crash = crash;
    }

    public void make(Task task, int pull, CommentText text) {
        var ours = ours(pull, text);
        crash.after("comment looked for");
        if (ours.isEmpty()) {
            task.renew();
            door.post(door.path("/issues/" + pull + "/comments"), body(text.body()));
            crash.after("comment created");
            ours = ours(pull, text);
        }
        if (!ours.isEmpty()) {
            settle(ours, text);
        }
    }

    private void settle(List<JsonNode> ours, CommentText text) {
        var kept = ours.get(0);
        var newest = newest(ours, text);
        if (!kept.path("body").asText().equals(newest)) {
            door.patch(path(kept), body(newest));
            crash.after("comment updated");
        }
        for (var other : ours.subList(1, ours.size())) {
            door.delete(path(other));
            crash.after("comment deleted");
        }
    }

    /** The text of the latest scan: ours, or one that another build wrote meanwhile. */
    private static String newest(List<JsonNode> ours, CommentText text) {
        return ours.stream()
                .map(comment -> comment.path("body").asText())
                .filter(body -> scanned(text, body).isAfter(text.scanned()))
                .max(Comparator.comparing(body -> scanned(text, body)))
                .orElse(text.body());
    }

    private static Instant scanned(CommentText text, String body) {
        return text.scannedBehind(body).orElse(Instant.EPOCH);
    }

    /** Our comments of this name, oldest first. */
    private List<JsonNode> ours(int pull, CommentText text) {
        return door.list(door.path("/issues/" + pull + "/comments")).stream()
                .filter(self::wrote)
                .filter(comment ->
                        text.scannedBehind(comment.path("body").asText()).isPresent())
                .sorted(Comparator.comparingLong(comment -> comment.path("id").asLong()))
                .toList();
    }

    private String path(JsonNode comment) {
        return door.path("/issues/comments/" + comment.path("id").asLong());
    }

    private static JsonNode body(String text) {
        return Door.object().put("body", text);
    }
}
