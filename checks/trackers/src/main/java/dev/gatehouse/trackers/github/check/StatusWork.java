package dev.gatehouse.trackers.github.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.http.Bridge;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.github.text.Length;
import org.kohsuke.github.GHCommitState;

/** Makes a commit have the verdict as its status: all that a person's token may do. The newest of a context counts. */
public final class StatusWork {
    private static final int LONGEST = 140;

    private final Door door;
    private final Bridge bridge;

    public StatusWork(Door door, Bridge bridge) {
        this.door = door;
        this.bridge = bridge;
    }

    public void make(CheckContent content) {
        var description = Length.cut(content.title(), LONGEST);
        var state = content.conclusion().equals("success") ? GHCommitState.SUCCESS : GHCommitState.FAILURE;
        if (!isThere(content, state, description)) {
            Bridge.calling(() -> bridge.repository()
                    .createCommitStatus(
                            content.commit(),
                            state,
                            content.detailsUrl() == null ? "" : content.detailsUrl(),
                            description,
                            content.name()));
        }
    }

    private boolean isThere(CheckContent content, GHCommitState state, String description) {
        var statuses = door.list(door.path("/commits/" + content.commit() + "/statuses"));
        return statuses.stream()
                .filter(status -> status.path("context").asText().equals(content.name()))
                .findFirst()
                .filter(newest -> says(newest, state, description))
                .isPresent();
    }

    private static boolean says(JsonNode status, GHCommitState state, String description) {
        return status.path("state").asText().equalsIgnoreCase(state.name())
                && status.path("description").asText().equals(description);
    }
}
