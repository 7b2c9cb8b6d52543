package dev.gatehouse.trackers.github.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Brings the files of a release to GitHub. One that is there whole stays; one that was cut off while being sent
 * ({@code starter}), or is another, is deleted and sent again. Files that are not ours stay.
 *
 * <p>Sent by requests of our own: the library sends files without their length.
 */
final class Assets {
    private final Door door;
    private final CrashPoints crash;

    Assets(Door door, CrashPoints crash) {
        this.door = door;
        this.crash = crash;
    }

    void bring(Task task, long release, List<ReleaseIntent.File> files) {
        if (files.isEmpty()) {
            return;
        }
        var url = door.get(door.path("/releases/" + release)).path("upload_url").asText();
        for (var file : files) {
            task.renew();
            bring(release, url, file);
        }
    }

    private void bring(long release, String url, ReleaseIntent.File file) {
        var there = find(release, file);
        if (there.isPresent() && isWhole(there.get(), file)) {
            return;
        }
        if (there.isPresent()) {
            door.delete(door.path("/releases/assets/" + there.get().path("id").asLong()));
            crash.after("asset deleted");
        }
        try {
            door.upload(url, file.name(), file.type(), Base64.getDecoder().decode(file.content()));
        } catch (TrackerProblem problem) {
            // another run sent the same file at the same moment
            if (problem.status() != 422
                    || find(release, file).filter(asset -> isWhole(asset, file)).isEmpty()) {
                throw problem;
            }
        }
        crash.after("asset sent");
    }

    private Optional<JsonNode> find(long release, ReleaseIntent.File file) {
        return door.list(door.path("/releases/" + release + "/assets")).stream()
                .filter(asset -> asset.path("name").asText().equals(file.name()))
                .findFirst();
    }

    /** GitHub tells digests of what was sent since 2025; where it does not, the size must do. */
    private static boolean isWhole(JsonNode asset, ReleaseIntent.File file) {
        if (!asset.path("state").asText().equals("uploaded")) {
            return false;
        }
        var digest = asset.path("digest");
        return digest.isTextual()
                ? digest.asText().equals("sha256:" + file.sha256())
                : asset.path("size").asLong() == Base64.getDecoder().decode(file.content()).length;
    }
}
