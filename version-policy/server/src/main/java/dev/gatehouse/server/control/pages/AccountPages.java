package dev.gatehouse.server.control.pages;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Account;
import dev.gatehouse.server.control.account.ApiToken;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** One's own account: roles, tokens, password, and what is kept of oneself. */
public final class AccountPages {
    private final Renderer renderer;
    private final ControlRoom room;
    private final AccessOffice office;
    private final People people;
    private final Acting acting;

    AccountPages(Renderer renderer, ControlRoom room, AccessOffice office, People people, Mistakes mistakes) {
        this.renderer = renderer;
        this.room = room;
        this.office = office;
        this.people = people;
        this.acting = new Acting(mistakes);
    }

    /**
     * The whole page.
     *
     * @param secret of a token that was just made; empty for none
     */
    public record View(
            Account account, Collection<Role> roles, List<ApiToken> tokens, List<Scope> scopes, String secret) {

        /** When a token ends. */
        public static String expires(ApiToken token) {
            return Words.time(Instant.ofEpochMilli(token.expires()));
        }
    }

    void into(Pages pages) {
        pages.get(
                "/account",
                (request, visitor) -> renderer.page(
                        request, visitor, "account", "Your account", "account", Map.of("view", view(visitor, ""))));
        pages.get(
                "/account/export",
                (request, visitor) -> Reply.of(
                                200,
                                "application/json",
                                office.export(visitor.person(), visitor.person().name())
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8))
                        .with("content-disposition", "attachment; filename=\"account.json\""));
        pages.post("/account/tokens", this::makeToken);
        pages.post(
                "/account/tokens/{id}/revoke",
                (request, visitor) -> acting.act(
                        () -> office.revokeToken(visitor.person(), request.part("id")),
                        "/account?done=revoked",
                        (message, status) -> again(visitor, "", message, status)));
        pages.post(
                "/account/password",
                (request, visitor) -> acting.act(
                        () -> people.changePassword(
                                visitor.person().name(),
                                request.form().find("old").orElse(""),
                                request.form().find("new").orElse(""),
                                visitor.session().digest()),
                        "/account?done=password",
                        (message, status) -> again(visitor, "", message, status)));
    }

    private Reply makeToken(Request request, Visitor visitor) {
        var secret = new String[] {""};
        var reply = acting.act(
                () -> secret[0] = token(request, visitor),
                "/account",
                (message, status) -> again(visitor, "", message, status));
        return secret[0].isEmpty() ? reply : again(visitor, secret[0], "", 200);
    }

    private String token(Request request, Visitor visitor) {
        var scopes = EnumSet.noneOf(Scope.class);
        request.form().all("scope").forEach(scope -> scopes.add(Scope.parse(scope)));
        var days = request.form().text("days");
        if (!days.matches("[0-9]{1,3}")) {
            throw new BadInput("Give the days until the token ends, 1 to 366.");
        }
        var validFor = Duration.ofDays(Integer.parseInt(days));
        return office.token(visitor.person(), request.form().text("label"), scopes, validFor)
                .secret();
    }

    private Reply again(Visitor visitor, String secret, String message, int status) {
        return renderer.page(
                visitor, "account", "Your account", "account", Map.of("view", view(visitor, secret)), message, status);
    }

    private View view(Visitor visitor, String secret) {
        var name = visitor.person().name();
        var book = people.book();
        return new View(
                book.account(name).orElseThrow(),
                room.roles(name),
                book.tokens().stream()
                        .filter(token -> token.account().equals(name))
                        .toList(),
                List.of(Scope.values()),
                secret);
    }
}
