package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.model.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of a scan after acceptances and VEX were applied, and what became of each acceptance and statement. */
public record Accepted(List<Weighed> weighed, List<Use> uses) {
    public Accepted {
        weighed = List.copyOf(weighed);
        uses = List.copyOf(uses);
    }

    /** All findings in their order, those let through with their {@link Finding#acceptance()}. */
    public List<Finding> findings() {
        return weighed.stream().map(Weighed::finding).toList();
    }

    /**
     * A finding and who lets it through.
     *
     * @param by on whose word the finding is let through; none when it counts
     */
    public record Weighed(Finding finding, @Nullable Authority by) {}
}
