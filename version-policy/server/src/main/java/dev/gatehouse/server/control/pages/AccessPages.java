package dev.gatehouse.server.control.pages;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.Grant;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Account;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who may do what, why, by whom and until when; for administrators also inviting and granting. */
public final class AccessPages {
    private final Renderer renderer;
    private final ControlRoom room;
    private final AccessOffice office;
    private final People people;
    private final Acting acting;

    AccessPages(Renderer renderer, ControlRoom room, AccessOffice office, People people, Mistakes mistakes) {
        this.renderer = renderer;
        this.room = room;
        this.office = office;
        this.people = people;
        this.acting = new Acting(mistakes);
    }

    /**
     * The whole page.
     *
     * @param accounts for administrators only
     * @param code of an invitation that was just made; empty for none
     */
    public record View(
            List<Grant> active,
            List<Grant> ended,
            List<Account> accounts,
            List<Role> roles,
            String code,
            Instant now) {}

    void into(Pages pages) {
        pages.get("/access", (request, visitor) -> {
            visitor.person().mayLook();
            return renderer.page(request, visitor, "access", "Access", "access", Map.of("view", view(visitor, "")));
        });
        pages.post(
                "/access/grants",
                (request, visitor) -> acting.act(
                        () -> office.grant(visitor.person(), wish(request)),
                        "/access?done=granted",
                        (message, status) -> again(visitor, "", message, status)));
        pages.post(
                "/access/grants/{id}/revoke",
                (request, visitor) -> acting.act(
                        () -> office.revoke(visitor.person(), id(request), ReleasePages.reason(request, "reason")),
                        "/access?done=revoked",
                        (message, status) -> again(visitor, "", message, status)));
        pages.post("/access/invitations", (request, visitor) -> {
            var code = new String[] {""};
            var reply = acting.act(
                    () -> code[0] = office.invite(
                            visitor.person(),
                            request.form().text("name"),
                            request.form().text("fullName")),
                    "/access",
                    (message, status) -> again(visitor, "", message, status));
            return code[0].isEmpty() ? reply : again(visitor, code[0], "", 200);
        });
    }

    private Reply again(Visitor visitor, String code, String message, int status) {
        return renderer.page(
                visitor, "access", "Access", "access", Map.of("view", view(visitor, code)), message, status);
    }

    private View view(Visitor visitor, String code) {
        var now = room.now();
        var grants = room.look(state -> state.access().grants());
        return new View(
                grants.stream().filter(grant -> grant.isActive(now)).toList(),
                grants.stream().filter(grant -> !grant.isActive(now)).limit(50).toList(),
                visitor.person().is(Role.ADMINISTRATOR) ? people.book().accounts() : List.of(),
                List.of(Role.values()),
                code,
                now);
    }

    private AccessDesk.Wish wish(Request request) {
        var form = request.form();
        boolean support = form.find("support").isPresent();
        var days = form.text("days");
        if (!support && !days.matches("[0-9]{1,3}")) {
            throw new BadInput("Give the days until the grant ends, 1 to 366.");
        }
        var until = room.now().plus(support ? Duration.ofHours(8) : Duration.ofDays(Integer.parseInt(days)));
        return new AccessDesk.Wish(
                form.text("account"),
                Role.parse(form.text("role")),
                ReleasePages.reason(request, "reason"),
                until,
                support);
    }

    private static long id(Request request) {
        var id = request.part("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new BadInput("There is no such grant.");
        }
        return Long.parseLong(id);
    }
}
