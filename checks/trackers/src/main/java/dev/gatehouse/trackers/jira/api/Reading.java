package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.http.TrackerProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jira's JSON to our values. What is missing is missing; nothing is guessed. */
final class Reading {
    /** Jira writes {@code +0000}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][X]");

    private Reading() {}

    static Issue issue(JsonNode issue) {
        var fields = issue.path("fields");
        var labels = new ArrayList<String>();
        fields.path("labels").forEach(label -> labels.add(label.asText()));
        var property = issue.path("properties").path(Jira.PROPERTY);
        return new Issue(
                issue.path("id").asLong(),
                issue.path("key").asText(),
                fields.path("status").path("name").asText(),
                isDone(fields.path("status")),
                text(fields.path("resolution").path("name")),
                time(fields.path("resolutiondate")),
                labels,
                text(fields.path("priority").path("name")),
                text(fields.path("duedate")),
                property.isObject() ? property : null,
                closing(issue.path("changelog").path("histories")));
    }

    static WorkItem work(JsonNode issue) {
        var fields = issue.path("fields");
        var versions = new ArrayList<String>();
        fields.path("fixVersions")
                .forEach(version -> versions.add(version.path("name").asText()));
        return new WorkItem(
                issue.path("key").asText(),
                fields.path("summary").asText(),
                fields.path("issuetype").path("name").asText(),
                fields.path("status").path("name").asText(),
                isDone(fields.path("status")),
                versions);
    }

    private static boolean isDone(JsonNode status) {
        return status.path("statusCategory").path("key").asText().equals("done");
    }

    /** The newest change of status; Cloud gives the history newest first, Data Center oldest first. */
    private static Issue.@Nullable Closing closing(JsonNode histories) {
        Issue.Closing last = null;
        for (var history : histories) {
            var at = time(history.path("created"));
            boolean ofStatus = false;
            for (var item : history.path("items")) {
                ofStatus |= item.path("field").asText().equals("status");
            }
            if (ofStatus && at != null && (last == null || at.isAfter(last.at()))) {
                last = new Issue.Closing(
                        history.path("author").path("displayName").asText(), at);
            }
        }
        return last;
    }

    static Transition transition(JsonNode node) {
        var required = new ArrayList<String>();
        var resolutions = new ArrayList<String>();
        node.path("fields").properties().forEach(field -> {
            var value = field.getValue();
            if (value.path("required").asBoolean()
                    && !value.path("hasDefaultValue").asBoolean()) {
                required.add(field.getKey());
            }
            if (field.getKey().equals("resolution")) {
                value.path("allowedValues")
                        .forEach(allowed -> resolutions.add(allowed.path("name").asText()));
            }
        });
        return new Transition(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("to").path("name").asText(),
                isDone(node.path("to")),
                required,
                resolutions);
    }

    static Field field(JsonNode node) {
        var allowed = new ArrayList<String>();
        node.path("allowedValues")
                .forEach(value -> allowed.add(
                        value.has("name")
                                ? value.path("name").asText()
                                : value.path("value").asText()));
        var id = node.has("fieldId")
                ? node.path("fieldId").asText()
                : node.path("key").asText();
        return new Field(
                id,
                node.path("name").asText(id),
                node.path("required").asBoolean()
                        && !node.path("hasDefaultValue").asBoolean(),
                allowed);
    }

    static Version version(JsonNode node) {
        return new Version(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("released").asBoolean());
    }

    /** The made ones stand in order; the failed ones say which they were. */
    static List<Creation> creations(JsonNode answer, int asked) {
        var failed = new LinkedHashMap<Integer, Creation>();
        for (var error : answer.path("errors")) {
            failed.put(error.path("failedElementNumber").asInt(), refusal(error));
        }
        var made = answer.path("issues").iterator();
        var results = new ArrayList<Creation>();
        for (int i = 0; i < asked; i++) {
            var refused = failed.get(i);
            if (refused != null) {
                results.add(refused);
            } else if (made.hasNext()) {
                var issue = made.next();
                results.add(new Creation.Created(
                        issue.path("id").asLong(), issue.path("key").asText()));
            } else {
                throw new TrackerProblem(
                        TrackerProblem.Kind.SERVER_FAULT,
                        "Jira was asked for %d issues and tells of %d".formatted(asked, i));
            }
        }
        return results;
    }

    private static Creation refusal(JsonNode error) {
        var fields = new LinkedHashMap<String, String>();
        var words = new ArrayList<String>();
        error.path("elementErrors").path("errorMessages").forEach(message -> words.add(message.asText()));
        error.path("elementErrors").path("errors").properties().forEach(field -> {
            fields.put(field.getKey(), field.getValue().asText());
            words.add(field.getKey() + ": " + field.getValue().asText());
        });
        int status = error.path("status").asInt(400);
        return new Creation.Refused(new TrackerProblem(
                status >= 500 ? TrackerProblem.Kind.SERVER_FAULT : TrackerProblem.Kind.REFUSED,
                "Jira does not make the issue: " + VisibleText.brief(String.join("; ", words)),
                status,
                null,
                fields,
                null));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            return TIME.parse(node.asText(), Instant::from);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
