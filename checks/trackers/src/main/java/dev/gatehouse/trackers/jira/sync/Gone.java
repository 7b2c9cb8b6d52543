package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.text.Document;
import java.util.List;
import java.util.Objects;

/** What is wanted of an issue whose findings are gone; nothing of it is written but that. */
final class Gone {
    private Gone() {}

    static Wanted of(ProjectState state, String marker, Mark mark, Issue issue) {
        return new Wanted(
                state.owner(),
                marker,
                Wanted.Condition.FIXED,
                Objects.requireNonNullElse(mark.scanner(), ScannerKind.SAST),
                "close " + issue.key(),
                new Document(List.of()),
                Severity.INFO,
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                state.seen(),
                state.wanted().stream()
                        .map(Wanted::commit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                null);
    }
}
