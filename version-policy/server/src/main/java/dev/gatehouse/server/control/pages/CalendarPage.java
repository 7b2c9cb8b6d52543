package dev.gatehouse.server.control.pages;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Adherence;
import dev.gatehouse.policy.train.Freeze;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.ReleaseWindow;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.TrainView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The train: windows of the past with how they went, windows to come, freezes. */
public final class CalendarPage {
    private static final int COMING = 8;

    private final Renderer renderer;
    private final ControlRoom room;
    private final TrainView trains;

    CalendarPage(Renderer renderer, ControlRoom room) {
        this.renderer = renderer;
        this.room = room;
        this.trains = new TrainView(room);
    }

    /**
     * The whole page.
     *
     * @param policy where the policy file is, or is to be
     * @param there whether it is there
     * @param today in the train's time zone
     * @param freezes that are not over
     */
    public record View(
            String policy,
            boolean there,
            boolean train,
            LocalDate today,
            List<ReleaseWindow> coming,
            List<Freeze> freezes,
            List<Kept> kept) {}

    /** How one track has kept the train. */
    public record Kept(Track track, Adherence adherence) {
        public String percent() {
            var percentage = adherence.percentage();
            return percentage.isPresent() ? Words.percent(percentage.getAsDouble()) : "–";
        }
    }

    void into(Pages pages) {
        pages.get("/", (request, visitor) -> {
            visitor.person().mayLook();
            return renderer.page(request, visitor, "calendar", "Calendar", "calendar", Map.of("view", view()));
        });
    }

    private View view() {
        var rules = room.book();
        return trains.train()
                .map(this::view)
                .orElseGet(() -> new View(
                        rules.file().toString(),
                        rules.now().there(),
                        false,
                        LocalDate.EPOCH,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private View view(ReleaseTrain train) {
        var today = trains.today(train);
        var kept = new ArrayList<Kept>();
        // a track on which nothing was ever published has kept and missed nothing
        trains.tracks().stream()
                .filter(track -> !room.look(state -> state.releases().publications(track))
                        .isEmpty())
                .forEach(track -> kept.add(new Kept(track, trains.adherence(train, track))));
        var freezes = train.calendar().freezes().stream()
                .filter(freeze -> !freeze.to().isBefore(today))
                .sorted(Comparator.comparing(Freeze::from))
                .toList();
        return new View(room.book().file().toString(), true, true, today, trains.coming(train, COMING), freezes, kept);
    }
}
