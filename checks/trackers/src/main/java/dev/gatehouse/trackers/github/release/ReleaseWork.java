package dev.gatehouse.trackers.github.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.http.Bridge;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.http.Call;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.github.GHRelease;

/**
 * Makes GitHub have a published release with these notes and files. It is a draft until all files are there, so nobody
 * sees half of it, and a repository with immutable releases takes the files at all.
 */
public final class ReleaseWork {
    private final Door door;
    private final Bridge bridge;
    private final CrashPoints crash;

    public ReleaseWork(Door door, Bridge bridge, CrashPoints crash) {
        this.door = door;
        this.bridge = bridge;
        this.crash = crash;
    }

    public void make(Task task, ReleaseIntent intent) {
        checkTag(intent);
        var release = find(intent);
        crash.after("release looked for");
        if (release == null) {
            task.renew();
            create(intent);
            crash.after("release created");
            release = theOnlyOne(intent);
        }
        new Assets(door, crash).bring(task, release.getId(), intent.files());
        publish(release, intent);
    }

    /** A tag that is somewhere else already would make the release one of other code. */
    private void checkTag(ReleaseIntent intent) {
        door.find(door.path("/git/ref/tags/" + Call.segment(intent.tag()))).ifPresent(ref -> {
            var commit = commit(ref.path("object"));
            if (!commit.equals(intent.commit())) {
                throw new TrackerProblem(
                        TrackerProblem.Kind.REFUSED,
                        "the tag %s is at commit %s, and what was published is %s; no release was made"
                                .formatted(intent.tag(), commit, intent.commit()));
            }
        });
    }

    private String commit(JsonNode object) {
        return object.path("type").asText().equals("tag")
                ? door.get(door.path("/git/tags/" + object.path("sha").asText()))
                        .path("object")
                        .path("sha")
                        .asText()
                : object.path("sha").asText();
    }

    private void create(ReleaseIntent intent) {
        Bridge.calling(() -> bridge.repository()
                .createRelease(intent.tag())
                .commitish(intent.commit())
                .name(intent.name())
                .body(intent.notes())
                .prerelease(intent.prerelease())
                .draft(true)
                .create());
    }

    /** A tag may have several drafts; of those that two runs made at once the oldest stays. */
    private GHRelease theOnlyOne(ReleaseIntent intent) {
        var all = ofTag(intent);
        if (all.isEmpty()) {
            throw new TrackerProblem(
                    TrackerProblem.Kind.SERVER_FAULT, "GitHub does not list the release that it has just made");
        }
        all.stream().skip(1).filter(GHRelease::isDraft).forEach(extra -> {
            door.delete(door.path("/releases/" + extra.getId()));
            crash.after("release deleted");
        });
        return all.get(0);
    }

    private @org.jspecify.annotations.Nullable GHRelease find(ReleaseIntent intent) {
        return ofTag(intent).isEmpty() ? null : theOnlyOne(intent);
    }

    /** What is published comes first, then drafts, oldest first. Drafts are in no other list. */
    private List<GHRelease> ofTag(ReleaseIntent intent) {
        return Bridge.calling(() -> bridge.repository().listReleases().withPageSize(100).toList().stream()
                .filter(release -> release.getTagName().equals(intent.tag()))
                .sorted(Comparator.comparing(GHRelease::isDraft).thenComparingLong(GHRelease::getId))
                .toList());
    }

    private void publish(GHRelease release, ReleaseIntent intent) {
        boolean isRight = !release.isDraft()
                && intent.notes().equals(release.getBody())
                && intent.name().equals(release.getName())
                && intent.prerelease() == release.isPrerelease();
        if (!isRight) {
            Bridge.calling(() -> release.update()
                    .tag(intent.tag())
                    .commitish(intent.commit())
                    .name(intent.name())
                    .body(intent.notes())
                    .prerelease(intent.prerelease())
                    .draft(false)
                    .update());
            crash.after("release published");
        }
    }
}
