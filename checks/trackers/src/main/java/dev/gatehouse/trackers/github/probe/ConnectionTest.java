package dev.gatehouse.trackers.github.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.auth.Credentials;
import dev.gatehouse.trackers.github.auth.Doors;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.github.probe.Outcome.Result;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.http.TrackerProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tries everything that a build would do, without doing it: a request to create something that lacks all of its content
 * is refused as such (422) only to those who may create it; others get 403 or 404. So each answer is about the real
 * permission and not about what the credentials say of themselves.
 */
public final class ConnectionTest {
    private static final String NO_COMMIT = "0".repeat(40);

    private final Doors doors;
    private final OptionalInt pull;
    private final List<Outcome> outcomes = new ArrayList<>();

    /**
     * @param pull a pull request to try comments on; none for the newest
     */
    public ConnectionTest(Doors doors, OptionalInt pull) {
        this.doors = doors;
        this.pull = pull;
    }

    /** Everything that was tried, in order; it ends early when nothing further can be known. */
    public List<Outcome> run() {
        outcomes.clear();
        try {
            var door = credentials();
            var repository = door.get(door.path(""));
            works(
                    "repository",
                    "%s is there (%s)"
                            .formatted(
                                    repository
                                            .path("full_name")
                                            .asText(door.repository().toString()),
                                    repository.path("private").asBoolean() ? "private" : "public"));
            codeScanning(door);
            verdict(door);
            comments(door);
            mayCreate("contents: write", "releases are made", door, "/releases", Result.NOT_NEEDED);
        } catch (TrackerProblem problem) {
            fails(what(problem), explain(problem));
        }
        return List.copyOf(outcomes);
    }

    /** What a failure that ends the test is about. */
    private static String what(TrackerProblem problem) {
        return switch (problem.kind()) {
            case UNAUTHORIZED -> "credentials";
            case NOT_FOUND, FORBIDDEN, REFUSED -> "repository";
            default -> "connection";
        };
    }

    private Door credentials() {
        if (doors.credentials() instanceof Credentials.App app) {
            var slug = doors.asApp(app).get("/app").path("slug").asText();
            works("credentials", "GitHub knows the App '%s'".formatted(slug));
            var permissions = doors.installation(app).permissions();
            works("installation", "it is installed for the repository, with " + listed(permissions));
        } else {
            var door = doors.open();
            var scopes = door.send(dev.gatehouse.trackers.http.Call.get(door.path("")))
                    .header("X-OAuth-Scopes")
                    .filter(text -> !text.isBlank());
            works(
                    "credentials",
                    scopes.map(text -> "GitHub takes the token; its scopes are " + text)
                            .orElse("GitHub takes the token"));
        }
        return doors.open();
    }

    private static String listed(JsonNode permissions) {
        var names = new ArrayList<String>();
        permissions
                .properties()
                .forEach(entry ->
                        names.add(entry.getKey() + ": " + entry.getValue().asText()));
        return names.isEmpty() ? "no permission at all" : String.join(", ", names);
    }

    private void codeScanning(Door door) {
        try {
            door.get(door.path("/code-scanning/alerts"));
            works("code scanning", "it is enabled");
        } catch (TrackerProblem problem) {
            boolean isEmpty = problem.kind() == Kind.NOT_FOUND
                    && problem.sentence().toLowerCase(java.util.Locale.ROOT).contains("no analysis");
            if (isEmpty) {
                works("code scanning", "it is enabled; nothing was uploaded yet");
            } else {
                fails("code scanning", explain(problem));
            }
        }
        mayCreate("security_events: write", "SARIF is uploaded", door, "/code-scanning/sarifs", Result.FAILS);
    }

    private void verdict(Door door) {
        if (doors.credentials().mayCreateChecks()) {
            mayCreate("checks: write", "the verdict is shown as a check run", door, "/check-runs", Result.FAILS);
        } else {
            outcomes.add(new Outcome(
                    "checks: write",
                    Result.NOT_NEEDED,
                    "only a GitHub App may create check runs; a commit status is set"));
            mayCreate(
                    "statuses: write",
                    "the verdict is shown as a commit status",
                    door,
                    "/statuses/" + NO_COMMIT,
                    Result.FAILS);
        }
    }

    private void comments(Door door) {
        int number = pull.orElseGet(() -> newestPull(door));
        if (number == 0) {
            outcomes.add(new Outcome(
                    "pull_requests: write", Result.NOT_KNOWN, "the repository has no pull request to try it on"));
        } else {
            mayCreate(
                    "pull_requests: write",
                    "pull request %d can be commented".formatted(number),
                    door,
                    "/issues/" + number + "/comments",
                    Result.FAILS);
        }
    }

    private static int newestPull(Door door) {
        var call = dev.gatehouse.trackers.http.Call.get(door.path("/pulls"))
                .with("state", "all")
                .with("per_page", "1");
        return door.send(call).json().path(0).path("number").asInt(0);
    }

    private void mayCreate(String permission, String use, Door door, String below, Result otherwise) {
        try {
            door.post(door.path(below), Door.object());
            outcomes.add(new Outcome(
                    permission, Result.NOT_KNOWN, "GitHub took a request without content, which it should not"));
        } catch (TrackerProblem problem) {
            if (problem.status() == 422 || problem.status() == 400) {
                works(permission, use);
            } else if (problem.kind() == Kind.FORBIDDEN || problem.kind() == Kind.NOT_FOUND) {
                outcomes.add(new Outcome(
                        permission,
                        otherwise,
                        (otherwise == Result.FAILS ? "" : "only for releases; ") + explain(problem)));
            } else {
                outcomes.add(new Outcome(permission, Result.NOT_KNOWN, explain(problem)));
            }
        }
    }

    private static String explain(TrackerProblem problem) {
        return switch (problem.kind()) {
            case UNAUTHORIZED -> problem.sentence() + ": the credentials are wrong, expired or revoked";
            case NOT_FOUND ->
                problem.sentence()
                        + ": it does not exist, or these credentials may not see it, which GitHub answers alike";
            default -> problem.sentence();
        };
    }

    private void works(String what, String sentence) {
        outcomes.add(new Outcome(what, Result.WORKS, sentence));
    }

    private void fails(String what, String sentence) {
        outcomes.add(new Outcome(what, Result.FAILS, sentence));
    }
}
