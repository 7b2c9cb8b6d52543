package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.select.Glob;
import java.util.List;

/** Findings of which modules or files belong to which component. */
public record Placement(Glob place, String component) {

    /** The component of the first pattern that fits a place. */
    static List<String> of(List<Placement> placements, List<String> places) {
        return placements.stream()
                .filter(placement -> places.stream().anyMatch(placement.place::matches))
                .map(Placement::component)
                .limit(1)
                .toList();
    }
}
