package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.model.Finding;
import java.util.List;

/** Who may be responsible for a finding, most likely first, as Jira knows them. */
@FunctionalInterface
public interface Owners {
    Owners NOBODY = finding -> List.of();

    List<String> of(Finding finding);
}
