package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Adherence;
import dev.gatehouse.policy.train.AdherenceReader;
import dev.gatehouse.policy.train.Release;
import dev.gatehouse.policy.train.ReleaseHistory;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.ReleaseWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The train's calendar, and how well each track has kept it by what the ledger says went out. */
public final class TrainView {
    private static final int DAYS_BACK = 182;

    private final ControlRoom room;

    public TrainView(ControlRoom room) {
        this.room = room;
    }

    /** Empty where the policy has no release train. */
    public Optional<ReleaseTrain> train() {
        return Optional.ofNullable(room.rules().train());
    }

    /** Today in the train's time zone. */
    public LocalDate today(ReleaseTrain train) {
        return LocalDate.ofInstant(room.now(), train.calendar().zone());
    }

    /** Windows that are open or to come. */
    public List<ReleaseWindow> coming(ReleaseTrain train, int count) {
        return train.timetable().next(today(train), count);
    }

    /** The declared tracks, in order. */
    public List<Track> tracks() {
        return room.rules().support().tracks().keySet().stream()
                .sorted(Comparator.comparing(Track::toString))
                .toList();
    }

    /** The last half year of a track. */
    public Adherence adherence(ReleaseTrain train, Track track) {
        return adherence(train, track, lastHalfYear(train), today(train));
    }

    /** The first day of what is looked at where nothing else is asked for: half a year ago, or the train's anchor. */
    public LocalDate lastHalfYear(ReleaseTrain train) {
        var since = today(train).minusDays(DAYS_BACK);
        return train.anchor().isAfter(since) ? train.anchor() : since;
    }

    /**
     * How a track kept the train between two days.
     *
     * @param first in the train's time zone, as {@code last} is, which belongs to it
     */
    public Adherence adherence(ReleaseTrain train, Track track, LocalDate first, LocalDate last) {
        var published = room.look(state -> state.releases().publications(track));
        var history = new ArrayList<Release>();
        published.forEach(publication -> history.add(new Release(
                publication.version().toString(), publication.version().version(), publication.time())));
        return new AdherenceReader(train, new ReleaseHistory(history), first, last).read();
    }
}
