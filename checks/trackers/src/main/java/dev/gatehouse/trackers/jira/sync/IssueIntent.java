package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's payload for one issue.
 *
 * @param key of the issue that a survey of the project found; none when it found none
 * @param generation of that issue
 * @param mend whether a person asked to put right what a build leaves alone: an issue that is gone, labels that were taken
 */
record IssueIntent(Wanted wanted, @Nullable String key, int generation, boolean mend) {
    static final String PREFIX = "issue/";

    static Subject subject(String target, String marker) {
        return new Subject(JiraHandler.TRACKER, target, PREFIX + marker);
    }

    /** What is remembered of all issues of a target under one name, by marker. */
    static Map<String, String> memories(Outbox outbox, String target, String name) {
        var all = new HashMap<String, String>();
        outbox.memories(JiraHandler.TRACKER, target, name).forEach((subject, value) -> {
            if (subject.startsWith(PREFIX)) {
                all.put(subject.substring(PREFIX.length()), value);
            }
        });
        return all;
    }

    Intent intent(String target) {
        try {
            return new Intent(
                    subject(target, wanted.marker()),
                    wanted.summary(),
                    ReportJson.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values of ours can be written", e);
        }
    }

    static IssueIntent parse(String json) {
        try {
            return ReportJson.mapper().readValue(json, IssueIntent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds a payload that this version cannot read", e);
        }
    }
}
