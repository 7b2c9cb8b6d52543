package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Jira;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds owners among Jira's users, each only once. One who is not found, or whose search fails, costs no issue. */
final class Assignees {
    private final Jira jira;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Assignees(Jira jira) {
        this.jira = jira;
    }

    Optional<String> first(List<String> owners) {
        return owners.stream()
                .map(owner -> Objects.requireNonNull(known.computeIfAbsent(owner, this::look)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> look(String owner) {
        try {
            return jira.assignable(owner);
        } catch (TrackerProblem problem) {
            return switch (problem.kind()) {
                // nothing else would be answered either, and the owner may be found later
                case THROTTLED, BREAKER_OPEN, UNAUTHORIZED, UNREACHABLE -> throw problem;
                default -> Optional.empty();
            };
        }
    }
}
