package dev.gatehouse.trackers.jira.issue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.report.ReportJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Every issue that one scan wants, and what the scan can tell of the others.
 *
 * @param completed scanners that looked at everything; an issue of another is left as it is
 * @param wanted worst first
 */
public record ProjectState(Owner owner, Instant seen, Set<ScannerKind> completed, List<Wanted> wanted) {
    public ProjectState {
        completed = Set.copyOf(completed);
        wanted = List.copyOf(wanted);
    }

    public String json() {
        try {
            return ReportJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values of ours can be written", e);
        }
    }

    public static ProjectState parse(String json) {
        try {
            return ReportJson.mapper().readValue(json, ProjectState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds a payload that this version cannot read", e);
        }
    }
}
