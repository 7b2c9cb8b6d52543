package dev.gatehouse.trackers.jira.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an issue ends and comes back.
 *
 * @param wontDo names of statuses and resolutions that mean: we leave it as it is; compared without case
 * @param acceptanceDays how long a proposed risk acceptance is for
 * @param through names of transitions on the way to done, for workflows that have none directly
 * @param resolutions names to choose from where a transition asks for one, best first
 * @param linkType between a new issue and the closed one that cannot be opened again
 */
public record Life(
        Set<String> wontDo, int acceptanceDays, List<String> through, List<String> resolutions, String linkType) {
    public static final Life USUAL = new Life(
            Set.of(
                    "Won't Do",
                    "Won't Fix",
                    "Wont Do",
                    "Wont Fix",
                    "Declined",
                    "Rejected",
                    "Duplicate",
                    "Cannot Reproduce",
                    "Not a Bug",
                    "Obsolete",
                    "Invalid",
                    "Risk Accepted"),
            90,
            List.of(),
            List.of("Done", "Fixed", "Resolved"),
            "Relates");

    public Life {
        wontDo = wontDo.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        through = List.copyOf(through);
        resolutions = List.copyOf(resolutions);
    }

    public boolean isWontDo(String status, @Nullable String resolution) {
        return wontDo.contains(status.toLowerCase(Locale.ROOT))
                || (resolution != null && wontDo.contains(resolution.toLowerCase(Locale.ROOT)));
    }
}
