package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Published;
import dev.gatehouse.policy.support.Track;
import java.util.List;

/** What a ledger says of one line of versions. */
final class Tracks {
    private Tracks() {}

    /** All that was published on a track; throws {@link NoEvidence} when nothing was. */
    static List<Published> published(Evidence evidence, Track track) {
        var published = evidence.ledger().published().stream()
                .filter(one -> one.track().equals(track))
                .toList();
        if (published.isEmpty()) {
            throw new NoEvidence("The ledger has no release of %s.".formatted(track));
        }
        return published;
    }

    static Published last(Evidence evidence, Track track) {
        var published = published(evidence, track);
        return published.get(published.size() - 1);
    }
}
