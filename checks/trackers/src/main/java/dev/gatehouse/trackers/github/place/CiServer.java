package dev.gatehouse.trackers.github.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the CI server's environment says: GitHub Actions ({@code GITHUB_*}) or Jenkins ({@code GIT_COMMIT},
 * {@code BRANCH_NAME}, {@code CHANGE_ID}, {@code GIT_URL}).
 */
record CiServer(
        @Nullable String api,
        @Nullable RepositoryName repository,
        @Nullable String commit,
        @Nullable String ref,
        int pull,
        @Nullable String build) {
    static final CiServer NONE = new CiServer(null, null, null, null, 0, null);

    private static final Pattern PULL = Pattern.compile("refs/pull/(\\d{1,9})/(?:head|merge)");
    private static final long LARGEST_EVENT = 32L << 20;

    static CiServer of(Map<String, String> environment) {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            return actions(environment);
        }
        return environment.containsKey("JENKINS_URL") || environment.containsKey("GIT_COMMIT")
                ? jenkins(environment)
                : NONE;
    }

    private static CiServer actions(Map<String, String> environment) {
        var ref = environment.get("GITHUB_REF");
        var event = event(environment.get("GITHUB_EVENT_PATH"));
        var matcher = PULL.matcher(ref == null ? "" : ref);
        int pull = matcher.matches()
                ? Integer.parseInt(matcher.group(1))
                : event.path("pull_request").path("number").asInt(0);
        // in a pull request GITHUB_SHA is a merge commit that nobody pushed, and a check there is seen by nobody
        var head = event.path("pull_request").path("head").path("sha").asText("");
        var commit = pull > 0 && !head.isEmpty() ? head : environment.get("GITHUB_SHA");
        var repository = environment.get("GITHUB_REPOSITORY");
        var run = environment.get("GITHUB_RUN_ID");
        return new CiServer(
                environment.get("GITHUB_API_URL"),
                repository == null ? null : RepositoryName.parse(repository),
                commit,
                pull > 0 ? "refs/pull/" + pull + "/head" : ref,
                pull,
                run == null || repository == null
                        ? null
                        : "%s/%s/actions/runs/%s"
                                .formatted(
                                        environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com"),
                                        repository,
                                        run));
    }

    private static CiServer jenkins(Map<String, String> environment) {
        int pull = number(environment.get("CHANGE_ID"));
        var branch = environment.get("BRANCH_NAME");
        var tag = environment.get("TAG_NAME");
        var ref = pull > 0
                ? "refs/pull/" + pull + "/head"
                : tag != null ? "refs/tags/" + tag : branch == null ? null : "refs/heads/" + branch;
        var url = environment.get("GIT_URL");
        var remote = url == null ? null : RemoteUrl.parse(url).orElse(null);
        return new CiServer(
                remote == null ? null : remote.api(),
                remote == null ? null : remote.repository(),
                environment.get("GIT_COMMIT"),
                ref,
                pull,
                environment.get("RUN_DISPLAY_URL") == null
                        ? environment.get("BUILD_URL")
                        : environment.get("RUN_DISPLAY_URL"));
    }

    private static JsonNode event(@Nullable String file) {
        var mapper = JsonMapper.builder().build();
        try {
            return file == null || Files.size(Path.of(file)) > LARGEST_EVENT
                    ? mapper.createObjectNode()
                    : mapper.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            // the event only adds to what the variables say; without it the checkout's commit is taken
            return mapper.createObjectNode();
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
