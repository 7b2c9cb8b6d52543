package dev.gatehouse.cli.release;

import dev.gatehouse.cli.policy.Rules;
import dev.gatehouse.policy.git.GitRepository;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.git.VersionTag;
import dev.gatehouse.policy.version.SemVer;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.release.Changes;
import dev.gatehouse.trackers.jira.release.ReleaseNotes;
import dev.gatehouse.trackers.jira.release.ReleaseReview;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.settings.Organisation;
import dev.gatehouse.trackers.jira.settings.Versioning;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.jira.sync.VersionIntent;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Jira side of releases, for a policy file that has {@code trackers.jira.release}. */
final class JiraRelease {
    private final JiraSettings settings;
    private final Versioning versioning;
    private final JiraDoor door;
    private final Path folder;
    private final Clock clock;

    private JiraRelease(JiraSettings settings, Versioning versioning, JiraDoor door, Path folder, Clock clock) {
        this.settings = settings;
        this.versioning = versioning;
        this.door = door;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param site as given on the command line
     * @param folder in the git repository
     */
    static Optional<JiraRelease> find(Rules rules, @Nullable String site, Path folder, Clock clock) {
        var file = rules.file();
        if (!JiraSettings.hasReleases(file)) {
            return Optional.empty();
        }
        var settings = JiraSettings.required(file, Organisation.of(site, System.getenv(), rules.floor()));
        var door = JiraDoor.inABuild(settings, System.getenv(), clock);
        return Optional.ofNullable(settings.versioning())
                .map(versioning -> new JiraRelease(settings, versioning, door, folder, clock));
    }

    /**
     * Reads git and asks Jira.
     *
     * @param since the release before; null for the highest tagged version below this one
     */
    ReleaseReview review(TagPattern tags, SemVer version, String revision, @Nullable String since) {
        var from = since == null ? before(tags, version, revision) : Optional.of(since);
        var changes = Changes.read(folder, from, revision, versioning.keys());
        return ReleaseReview.of(changes, versioning, door, today());
    }

    private Optional<String> before(TagPattern tags, SemVer version, String revision) {
        try (var repository = GitRepository.open(folder)) {
            var commit = repository.commit(revision);
            return repository.tags(tags).releases().stream()
                    .filter(tag -> tag.version().precedes(version))
                    .filter(tag -> !commit.equals(Optional.of(tag.commit())))
                    .reduce((low, high) -> high)
                    .map(VersionTag::commit);
        }
    }

    String notes(SemVer version, ReleaseReview review) {
        return ReleaseNotes.markdown(name(version), review, key -> settings.site() + "/browse/" + key);
    }

    private String name(SemVer version) {
        return versioning.nameOf(version.toString());
    }

    /** That the version is there and on its issues. Issues of other projects have versions of their own. */
    Intent planned(SemVer version, ReleaseReview review) {
        var own = review.items().values().stream()
                .map(item -> item.key())
                .filter(key -> key.startsWith(settings.project() + "-"))
                .distinct()
                .sorted()
                .toList();
        return VersionIntent.planned(name(version), description(version), own).intent(settings.target());
    }

    /** That it has gone out today. */
    Intent released(SemVer version) {
        return VersionIntent.released(name(version), description(version), today())
                .intent(settings.target());
    }

    private static String description(SemVer version) {
        return "Made by Gatehouse for release " + version;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Tells Jira what it takes now; the rest waits in the outbox. */
    void tell(Outbox queue, List<Intent> intents, Duration budget, Consumer<String> out) {
        queue.add(intents);
        var handler = new JiraHandler(door, settings, queue, clock, CrashPoints.NONE, out::accept);
        new Drain(queue, clock, Sleeper.REAL).briefly(handler, budget).stopped().forEach(out);
        var wanted = intents.stream().map(Intent::subject).toList();
        queue.entries().stream()
                .filter(entry -> wanted.contains(entry.intent().subject()))
                .forEach(entry -> out.accept("waits: %s%s"
                        .formatted(
                                entry.intent().title(), entry.problem() == null ? "" : " (" + entry.problem() + ")")));
    }
}
