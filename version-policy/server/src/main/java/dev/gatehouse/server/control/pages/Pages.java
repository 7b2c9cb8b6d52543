package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.account.Doorkeeper;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.account.SecondStep;
import dev.gatehouse.server.control.oidc.Provider;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.ControlState;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Page;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import dev.gatehouse.server.control.web.Router;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Finds the page that is asked for, makes sure who asks, and that a form came from a page of ours. */
public final class Pages implements Page {
    private final Router router = new Router();
    private final Doorkeeper doorkeeper;
    private final Seal seal;
    private final ControlRoom room;
    private final Mistakes mistakes;
    private final Renderer renderer;

    /** What pages are about. */
    public record Rooms(
            ControlRoom room,
            AccessOffice office,
            People people,
            ScanReports reports,
            BuildChecks checks,
            Adoption adoption,
            OutboxOffice outbox) {}

    /** How people come in. */
    public record Doors(
            Doorkeeper doorkeeper, SecondStep secondStep, Seal seal, SecureRandom random, InstantSource clock) {}

    public Pages(Rooms rooms, Doors doors, Optional<Provider> provider, Mistakes mistakes) {
        this.doorkeeper = doors.doorkeeper();
        this.seal = doors.seal();
        this.room = rooms.room();
        this.mistakes = mistakes;
        this.renderer = new Renderer(room);
        new StaticFiles().into(router);
        var byProvider = provider.map(known -> new ProviderPages(renderer, known, doors, rooms.office(), mistakes));
        new SignInPages(renderer, doorkeeper, doors.secondStep(), rooms.office(), mistakes, byProvider).into(router);
        new CalendarPage(renderer, room).into(this);
        new ReleasePages(renderer, room, rooms.reports(), rooms.checks(), mistakes).into(this);
        new VersionPages(renderer, room, rooms.adoption(), mistakes).into(this);
        new RecordPages(renderer, room).into(this);
        new OutboxPage(renderer, room, rooms.outbox(), mistakes).into(this);
        new AccessPages(renderer, room, rooms.office(), rooms.people(), mistakes).into(this);
        new AccountPages(renderer, room, rooms.office(), rooms.people(), mistakes).into(this);
        get("/events", (request, visitor) -> {
            visitor.person().mayLook();
            return Reply.live();
        });
    }

    void get(String pattern, Screen screen) {
        router.add("GET", pattern, request -> screen.answer(request, visitor(request)));
    }

    /** A form; it must carry the token of the session. */
    void post(String pattern, Screen screen) {
        router.add("POST", pattern, request -> {
            var visitor = visitor(request);
            if (!seal.isFormToken(visitor.session().digest(), request.form().text("formToken"))) {
                throw Denied.notAllowed("This form was not made for you, or is too old: load the page again.");
            }
            return screen.answer(request, visitor);
        });
    }

    @Override
    public Reply answer(Request request) {
        try {
            if (request.method().equals("POST")) {
                Origin.check(request);
            }
            var found = router.find(request);
            if (found instanceof Router.Found.One one) {
                return one.page().answer(one.request());
            } else if (found instanceof Router.Found.OtherMethods other) {
                return error(405, "Method not allowed", "This page takes " + other.allowed() + ".")
                        .with("allow", other.allowed());
            }
            return error(404, "Not found", "There is no page at this address.");
        } catch (RuntimeException e) {
            var told = mistakes.of(e);
            if (told.status() == 401 && request.method().equals("GET")) {
                return Reply.seeOther("/login");
            }
            return error(told.status(), told.title(), told.detail());
        }
    }

    private Reply error(int status, String title, String sentence) {
        return renderer.open("error", title, Map.of("sentence", sentence), "", status);
    }

    private Visitor visitor(Request request) {
        long ledger = room.look(ControlState::head).sequence();
        var session = request.cookie(SignInPages.COOKIE)
                .flatMap(doorkeeper::session)
                .orElseThrow(() -> Denied.notSignedIn("Sign in first."));
        if (!session.whole()) {
            throw Denied.notSignedIn("Take the second step first.");
        }
        var person = Person.atABrowser(session.account(), room.roles(session.account()));
        return new Visitor(session, person, seal.formToken(session.digest()), ledger);
    }
}
