package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of a history that need a window: of the kinds that the train schedules, in order of time. */
final class Departures {
    private Departures() {}

    static List<Release> of(ReleaseTrain train, ReleaseHistory history) {
        var departures = new ArrayList<Release>();
        @Nullable Release before = null;
        for (var tag : history.releases()) {
            var bump = before == null
                    ? Bump.MAJOR
                    : Bump.between(before.version(), tag.version()).orElse(Bump.PATCH);
            if (before == null || train.schedules(bump)) {
                departures.add(tag);
            }
            before = tag;
        }
        departures.sort(Comparator.comparing(Release::time).thenComparing(Release::version));
        return departures;
    }
}
