package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's payload for one issue.
 *
 * @param key of the issue that a survey of the project found; none when it found none
 * @param generation of that issue
 */
record IssueIntent(Wanted wanted, @Nullable String key, int generation) {
    static final String PREFIX = "issue/";

    static Subject subject(String target, String marker) {
        return new Subject(JiraHandler.TRACKER, target, PREFIX + marker);
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
