package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.issue.Marker;
import dev.gatehouse.trackers.jira.issue.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The issue property {@code gatehouse.finding}: what we know of an issue, kept in Jira itself, so that any machine can go
 * on where another stopped.
 *
 * @param state as we left it: {@code open}, {@code fixed}, {@code accepted}, {@code wont-do} or {@code duplicate}
 * @param priority and due as we set them; one that a person changed stays
 * @param reopened how often we opened it against a person's closing
 */
record Mark(
        String owner,
        Marker marker,
        @Nullable ScannerKind scanner,
        List<String> findings,
        String state,
        @Nullable String priority,
        @Nullable String due,
        int reopened) {
    static final String OPEN = "open";
    static final String WONT_DO = "wont-do";
    static final String DUPLICATE = "duplicate";
    /** Jira takes 32,768 bytes of a property. */
    static final int MOST_FINDINGS = 300;

    Mark {
        findings = List.copyOf(findings);
    }

    static Mark fresh(Wanted wanted, Marker marker, @Nullable String priority, @Nullable String due) {
        return new Mark(wanted.owner().id(), marker, wanted.scanner(), wanted.findings(), OPEN, priority, due, 0);
    }

    /** Of the property; empty when it is not one of ours. */
    static Optional<Mark> of(Issue issue) {
        return issue.mark().filter(node -> node.path("marker").isTextual()).map(Mark::read);
    }

    private static Mark read(JsonNode node) {
        var findings = new ArrayList<String>();
        node.path("findings").forEach(finding -> findings.add(finding.asText()));
        return new Mark(
                node.path("owner").asText(),
                new Marker(
                        node.path("marker").asText(),
                        Math.max(1, node.path("generation").asInt(1))),
                scanner(node.path("scanner").asText()),
                findings,
                node.path("state").asText(OPEN),
                node.path("priority").isTextual() ? node.path("priority").asText() : null,
                node.path("due").isTextual() ? node.path("due").asText() : null,
                node.path("reopened").asInt());
    }

    private static @Nullable ScannerKind scanner(String label) {
        return Arrays.stream(ScannerKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    JsonNode json() {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("owner", owner)
                .put("marker", marker.id())
                .put("generation", marker.generation())
                .put("state", state)
                .put("reopened", reopened);
        if (scanner != null) {
            node.put("scanner", scanner.label());
        }
        if (priority != null) {
            node.put("priority", priority);
        }
        if (due != null) {
            node.put("due", due);
        }
        var ids = node.putArray("findings");
        findings.stream().limit(MOST_FINDINGS).forEach(ids::add);
        return node;
    }

    Mark withState(String other) {
        return new Mark(owner, marker, scanner, findings, other, priority, due, reopened);
    }

    Mark withFindings(List<String> others) {
        return new Mark(owner, marker, scanner, others, state, priority, due, reopened);
    }

    Mark withReopened() {
        return new Mark(owner, marker, scanner, findings, OPEN, priority, due, reopened + 1);
    }

    Mark withFields(@Nullable String newPriority, @Nullable String newDue) {
        return new Mark(owner, marker, scanner, findings, state, newPriority, newDue, reopened);
    }

    static String stateOf(Wanted.Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }
}
