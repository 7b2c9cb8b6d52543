package dev.gatehouse.server.control.pages;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Ending;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.TrainView;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The versions in use on every track, who still uses which, and moving the minimum with its effect shown first. */
public final class VersionPages {
    private static final String ONE = "/versions/{app}/{platform}/{channel}";
    private static final int CHART_DAYS = 30;

    private final Renderer renderer;
    private final ControlRoom room;
    private final Adoption adoption;
    private final TrainView trains;
    private final Acting acting;

    VersionPages(Renderer renderer, ControlRoom room, Adoption adoption, Mistakes mistakes) {
        this.renderer = renderer;
        this.room = room;
        this.adoption = adoption;
        this.trains = new TrainView(room);
        this.acting = new Acting(mistakes);
    }

    /** One track in the list. */
    public record Line(Track track, SupportWindow window, Instant now) {}

    /**
     * One track.
     *
     * @param wanted the minimum whose effect is shown; empty for none
     * @param effect what it would do; null for none
     * @param moves whether the visitor may move the minimum and block
     * @param retires whether the visitor may retire
     */
    public record View(
            Track track,
            SupportWindow window,
            AdoptionChart chart,
            String wanted,
            Adoption.@Nullable Effect effect,
            boolean moves,
            boolean retires,
            Instant now) {

        /** Versions that may still run for a while. */
        public List<Ending> ending() {
            return window.endings().stream()
                    .filter(ending -> ending.supportedUntil().isAfter(now))
                    .toList();
        }

        /** Versions whose time is over, newest first. */
        public List<Ending> ended() {
            return window.endings().stream()
                    .filter(ending -> !ending.supportedUntil().isAfter(now))
                    .sorted(Comparator.comparing(Ending::supportedUntil).reversed())
                    .toList();
        }
    }

    void into(Pages pages) {
        pages.get("/versions", (request, visitor) -> {
            visitor.person().mayLook();
            var now = room.now();
            var lines = trains.tracks().stream()
                    .map(track ->
                            new Line(track, room.look(state -> state.releases().window(track)), now))
                    .toList();
            return renderer.page(request, visitor, "versions", "Versions", "versions", Map.of("lines", lines));
        });
        pages.get(ONE, (request, visitor) -> {
            visitor.person().mayLook();
            var view = view(request, visitor, request.query("minimum").orElse(""));
            return renderer.page(request, visitor, "track", view.track().toString(), "versions", Map.of("view", view));
        });
        form(
                pages,
                "/minimum",
                "minimum",
                request -> new Command.RaiseMinimum(
                        track(request), version(request), at(request), ReleasePages.reason(request, "reason")));
        form(
                pages,
                "/block",
                "blocked",
                request -> new Command.Block(track(request), version(request), ReleasePages.reason(request, "reason")));
        form(
                pages,
                "/retire",
                "retired",
                request ->
                        new Command.Retire(track(request), version(request), ReleasePages.reason(request, "reason")));
    }

    private void form(Pages pages, String deed, String done, Function<Request, Command> wish) {
        pages.post(
                ONE + deed,
                (request, visitor) -> acting.act(
                        () -> room.decide(visitor.person(), wish.apply(request)),
                        "/versions/" + track(request) + "?done=" + done,
                        (message, status) -> again(request, visitor, message, status)));
    }

    private Reply again(Request request, Visitor visitor, String message, int status) {
        var view = view(request, visitor, "");
        return renderer.page(
                visitor, "track", view.track().toString(), "versions", Map.of("view", view), message, status);
    }

    private View view(Request request, Visitor visitor, String wanted) {
        var track = track(request);
        room.rules().support().store(track);
        var today = LocalDate.ofInstant(room.now(), ZoneOffset.UTC);
        var minimum = wanted.isEmpty() ? null : ClientVersion.parse(wanted);
        return new View(
                track,
                room.look(state -> state.releases().window(track)),
                AdoptionChart.of(adoption.days(track, today, CHART_DAYS)),
                minimum == null ? "" : minimum.toString(),
                minimum == null ? null : adoption.effect(track, minimum, today),
                visitor.person().isAny(Role.RELEASE_MANAGER, Role.SECURITY_OFFICER),
                visitor.person().is(Role.RELEASE_MANAGER),
                room.now());
    }

    private static Track track(Request request) {
        return new Track(request.part("app"), request.part("platform"), request.part("channel"));
    }

    private static ClientVersion version(Request request) {
        return ClientVersion.parse(request.form().text("version"));
    }

    /** The beginning of a day; at once for none. */
    private static @Nullable Instant at(Request request) {
        var text = request.form().text("at");
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput("Give the day as 2026-11-25.", e);
        }
    }

    /** Versions that the minimum may be moved to: the supported ones above it. */
    public static List<ClientVersion> higher(View view) {
        var minimum = view.window().minimum(view.now());
        return view.window().supported().stream()
                .filter(version -> minimum.isEmpty() || version.compareTo(minimum.get()) > 0)
                .toList();
    }
}
