package dev.gatehouse.policy.support;

import dev.gatehouse.policy.version.ClientVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded about one track so far, filled in the order of the ledger by one thread. It grows in place, because a
 * ledger may hold a hundred thousand versions of an app; whoever decides is given the immutable {@link #window}.
 */
public final class TrackRecord {
    private final List<PublishedVersion> published = new ArrayList<>(4);
    private final List<ClientVersion> supported = new ArrayList<>(SupportPolicy.MOST + 1);
    private final List<Ending> endings = new ArrayList<>(4);
    private final List<ClientVersion> blocked = new ArrayList<>(0);
    private final List<MinimumStep> steps = new ArrayList<>(4);
    private @Nullable SupportWindow window = SupportWindow.EMPTY;

    /** The state of the track as it is now. */
    public SupportWindow window() {
        if (window == null) {
            window = new SupportWindow(published, supported, endings, blocked, steps);
        }
        return window;
    }

    void publish(PublishedVersion added, Shift shift) {
        published.add(added);
        int place = 0;
        while (place < supported.size() && supported.get(place).compareTo(added.version()) > 0) {
            place++;
        }
        supported.add(place, added.version());
        apply(shift);
    }

    void apply(Shift shift) {
        shift.endings().forEach(ending -> supported.remove(ending.version()));
        endings.addAll(shift.endings());
        steps.addAll(shift.steps());
        window = null;
    }

    void block(ClientVersion version) {
        supported.removeIf(version::isSameAs);
        if (!blocked.contains(version)) {
            blocked.add(version);
        }
        window = null;
    }

    /** A rollback takes the place of every step before it. */
    void rollBack(MinimumStep only) {
        steps.clear();
        steps.add(only);
        window = null;
    }
}
