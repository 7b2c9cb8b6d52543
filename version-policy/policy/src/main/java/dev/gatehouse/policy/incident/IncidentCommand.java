package dev.gatehouse.policy.incident;

import dev.gatehouse.findings.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may ask about incidents. Titles and notes are texts of one line; an issue is a Jira key, or empty. */
public sealed interface IncidentCommand {
    record Open(String title, Severity severity, String issue, List<Affected> affected) implements IncidentCommand {
        public Open {
            affected = List.copyOf(affected);
        }
    }

    /**
     * Add to the story, and correct what is known.
     *
     * @param severity null to leave it
     * @param issue empty to leave it
     * @param affected further versions
     */
    record Update(String id, String note, @Nullable Severity severity, String issue, List<Affected> affected)
            implements IncidentCommand {
        public Update {
            affected = List.copyOf(affected);
        }
    }

    /**
     * End it.
     *
     * @param note how it ended
     * @param hotfix the published version that mended it; null where no release was needed
     */
    record Close(String id, String note, @Nullable Affected hotfix) implements IncidentCommand {}
}
