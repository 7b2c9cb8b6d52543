package dev.gatehouse.trackers.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.trackers.github.check.CheckWriter;
import dev.gatehouse.trackers.github.comment.CommentText;
import dev.gatehouse.trackers.github.place.BuildPlace;
import dev.gatehouse.trackers.github.place.RepositoryName;
import dev.gatehouse.trackers.github.release.ReleaseIntent;
import dev.gatehouse.trackers.github.sarif.Limits;
import dev.gatehouse.trackers.github.sarif.Packing;
import dev.gatehouse.trackers.github.sarif.SarifIntent;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub should know.
 *
 * @param intents for the outbox
 * @param said sentences on what was cut or left out
 */
public record GitHubIntents(List<Intent> intents, List<String> said) {
    static final String TRACKER = "github";
    static final String SARIF = "code-scanning/";
    static final String CHECK = "check/";
    static final String COMMENT = "comment/";
    static final String RELEASE = "release/";

    public GitHubIntents {
        intents = List.copyOf(intents);
        said = List.copyOf(said);
    }

    /**
     * Of a scan.
     *
     * @param build the page of the build, if there is one
     */
    public static GitHubIntents of(
            Report report, BuildPlace place, GitHubSettings settings, Limits limits, @Nullable String build) {
        var intents = new ArrayList<Intent>();
        var said = new ArrayList<String>();
        var target = target(place.api(), place.repository());
        var ref = place.ref();
        if (settings.codeScanning() && ref != null) {
            var uploads = Packing.of(report, settings.category(), place.folder(), limits);
            said.addAll(uploads.cut());
            if (!uploads.files().isEmpty()) {
                intents.add(intent(
                        new Subject(TRACKER, target, SARIF + settings.category() + "/" + ref),
                        "code scanning of " + ref,
                        SarifIntent.of(place.commit(), ref, uploads)));
            }
        } else if (settings.codeScanning()) {
            said.add("Code scanning was not told: the branch is not known (a detached checkout); name it with --ref.");
        }
        var shown = List.copyOf(said);
        if (settings.check()) {
            intents.add(intent(
                    new Subject(TRACKER, target, CHECK + place.commit() + "/" + settings.name()),
                    "check '%s' at %s".formatted(settings.name(), place.commit().substring(0, 12)),
                    new CheckWriter(settings.name(), settings.annotations()).of(report, place, build, shown)));
        }
        if (settings.comment() && place.pull() > 0) {
            intents.add(intent(
                    new Subject(TRACKER, target, COMMENT + place.pull() + "/" + settings.name()),
                    "comment on pull request " + place.pull(),
                    CommentText.of(report, place, settings.name(), shown)));
        }
        return new GitHubIntents(intents, said);
    }

    /** Of a published version. */
    public static GitHubIntents of(String api, RepositoryName repository, ReleaseIntent release) {
        var subject = new Subject(TRACKER, target(api, repository), RELEASE + release.tag());
        return new GitHubIntents(List.of(intent(subject, "release " + release.tag(), release)), List.of());
    }

    /** As {@link Subject#target()}. */
    public static String target(String api, RepositoryName repository) {
        return api + " " + repository;
    }

    private static Intent intent(Subject subject, String title, Object payload) {
        JsonNode json = ReportJson.mapper().valueToTree(payload);
        return new Intent(subject, title, json.toString());
    }
}
