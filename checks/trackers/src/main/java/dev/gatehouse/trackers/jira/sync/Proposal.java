package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a person meant by closing an issue as <em>won't do</em>, as a risk acceptance that somebody may take over. By itself
 * it lets nothing through.
 *
 * @param by display name of who closed the issue; empty when the history does not tell
 * @param expires last day
 */
public record Proposal(
        String key,
        String page,
        String summary,
        List<String> findings,
        String said,
        String by,
        Instant at,
        LocalDate expires) {
    public Proposal {
        findings = List.copyOf(findings);
    }

    String json() {
        try {
            return ReportJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values of ours can be written", e);
        }
    }

    static Proposal parse(String json) {
        try {
            return ReportJson.mapper().readValue(json, Proposal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds a proposal that this version cannot read", e);
        }
    }
}
