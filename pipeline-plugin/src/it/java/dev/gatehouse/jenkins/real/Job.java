package dev.gatehouse.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/** A job of the real Jenkins, made and looked at by an administrator. */
record Job(Person root, String name) {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    static Job pipeline(Person root, String name, String script) throws IOException, InterruptedException {
        return make(
                root,
                name,
                """
                <flow-definition><definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                <script>%s</script><sandbox>true</sandbox></definition></flow-definition>
                """
                        .formatted(escaped(script)));
    }

    /** @param step XML of the build step after the shell */
    static Job freestyle(Person root, String name, String shell, String step) throws IOException, InterruptedException {
        return make(
                root,
                name,
                """
                <project><builders><hudson.tasks.Shell><command>%s</command></hudson.tasks.Shell>%s</builders></project>
                """
                        .formatted(escaped(shell), step));
    }

    private static Job make(Person root, String name, String xml) throws IOException, InterruptedException {
        var answer = root.post("createItem?name=" + name, "application/xml", BodyPublishers.ofString(xml));
        assertThat(answer.statusCode()).as("job %s: %s", name, answer.body()).isEqualTo(200);
        return new Job(root, name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Starts a build and waits until it is there; the path of its page. */
    String start(Person who) throws IOException, InterruptedException {
        int number = root.json("job/%s/api/json".formatted(name))
                .get("nextBuildNumber")
                .asInt();
        assertThat(who.post("job/%s/build?delay=0sec".formatted(name), Map.of()).statusCode())
                .isIn(200, 201);
        var build = "job/%s/%d/".formatted(name, number);
        Waiting.until(
                "build " + build + " is there",
                LONGEST,
                () -> root.get(build + "api/json").statusCode() == 200);
        return build;
    }

    /** Runs a build to its end; the path of its page. */
    String run(Person who) throws IOException, InterruptedException {
        var build = start(who);
        end(build);
        return build;
    }

    /** Waits for a build's end; its result. */
    String end(String build) throws IOException, InterruptedException {
        Waiting.until(
                build + " is over", LONGEST, () -> !about(build).get("building").asBoolean());
        return about(build).get("result").asText();
    }

    JsonNode about(String build) throws IOException, InterruptedException {
        return root.json(build + "api/json?tree=building,result");
    }

    String log(String build) throws IOException, InterruptedException {
        return root.get(build + "consoleText").body();
    }

    /** Waits until a build's log says something. */
    void says(String build, String text) throws IOException, InterruptedException {
        Waiting.until(
                "%s says '%s'".formatted(build, text),
                LONGEST,
                () -> log(build).contains(text) || !about(build).get("building").asBoolean());
        assertThat(log(build)).contains(text);
    }
}
