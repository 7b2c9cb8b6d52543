package dev.gatehouse.server.control.api;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.LedgerSearch;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.web.Missing;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/** Operations on the ledger, access, scan reports and accepted risks. */
final class Records {
    private final ControlRoom room;
    private final AccessOffice office;
    private final People people;
    private final ScanReports reports;
    private final LedgerSearch ledger;

    Records(ControlRoom room, AccessOffice office, People people, ScanReports reports) {
        this.room = room;
        this.office = office;
        this.people = people;
        this.reports = reports;
        this.ledger = new LedgerSearch(room);
    }

    void into(Map<String, Operation> operations) {
        operations.put("getMe", this::me);
        operations.put("listLedger", this::entries);
        operations.put("getEntry", this::entry);
        operations.put("getCheckpoint", (request, person) -> {
            person.mayLook();
            return Reply.json(200, room.checkpoint().node());
        });
        operations.put("listGrants", (request, person) -> {
            person.mayLook();
            var now = room.now();
            return Reply.json(
                    200, Views.items(room.look(state -> state.access().grants()), grant -> Views.grant(grant, now)));
        });
        operations.put("grant", this::grant);
        operations.put(
                "revokeGrant",
                (request, person) -> Reply.json(
                        201,
                        Views.entry(office.revoke(
                                person,
                                number(request.part("id")),
                                Body.of(request, "reason").text("reason")))));
        operations.put("listAccounts", this::accounts);
        operations.put("invite", (request, person) -> {
            var body = Body.of(request, "name", "fullName");
            var code = office.invite(person, body.text("name"), body.text("fullName"));
            return Reply.json(201, Views.object().put("code", code));
        });
        operations.put(
                "exportAccount", (request, person) -> Reply.json(200, office.export(person, request.part("name"))));
        operations.put("eraseAccount", (request, person) -> {
            Body.of(request);
            return Reply.json(201, Views.entry(office.erase(person, request.part("name"))));
        });
        operations.put("listTokens", this::tokens);
        operations.put("createToken", this::createToken);
        operations.put("revokeToken", (request, person) -> {
            office.revokeToken(person.needs(Scope.ACCESS), request.part("id"));
            return Reply.empty(204);
        });
        operations.put("listScans", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.items(reports.all(), Views::scan));
        });
        operations.put("addScan", (request, person) -> {
            person.needs(Scope.PROPOSE).needs(Role.DEVELOPER, Role.RELEASE_MANAGER);
            return Reply.json(201, Views.scan(reports.add(request.body())));
        });
        operations.put("getScan", (request, person) -> {
            person.mayLook();
            var bytes = reports.bytes(request.part("sha256"));
            return Reply.of(
                    200,
                    "application/json",
                    bytes.orElseThrow(() -> new Missing("There is no report of that digest.")));
        });
        operations.put("listRisks", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.items(room.book().now().risks(), Views::risk));
        });
    }

    private Reply me(Request request, Person person) {
        var json = Views.object().put("name", person.name());
        var roles = json.putArray("roles");
        person.roles().stream().sorted().forEach(role -> roles.add(role.label()));
        var scopes = json.putArray("scopes");
        person.scopes().stream().sorted().forEach(scope -> scopes.add(scope.label()));
        return Reply.json(200, json);
    }

    private Reply entries(Request request, Person person) {
        person.mayLook();
        var found = ledger.find(new LedgerSearch.Query(
                Parameters.number(request, "before", 0, 0, Integer.MAX_VALUE),
                Parameters.number(request, "limit", 50, 1, 500),
                Parameters.text(request, "type"),
                Parameters.text(request, "text")));
        var json = Views.items(found.entries(), Views::entry);
        if (found.next() > 0) {
            json.put("next", found.next());
        }
        return Reply.json(200, json);
    }

    private Reply entry(Request request, Person person) {
        person.mayLook();
        var entry = ledger.entry(number(request.part("sequence")))
                .orElseThrow(() -> new Missing("The ledger has no such entry."));
        return Reply.json(200, Views.provenEntry(entry));
    }

    private Reply grant(Request request, Person person) {
        var body = Body.of(request, "account", "role", "reason", "until", "support");
        var wish = new AccessDesk.Wish(
                body.text("account"),
                Role.parse(body.text("role")),
                body.text("reason"),
                body.time("until"),
                body.flag("support"));
        return Reply.json(201, Views.entry(office.grant(person, wish)));
    }

    private Reply accounts(Request request, Person person) {
        person.needs(Scope.ACCESS).needs(Role.ADMINISTRATOR);
        return Reply.json(
                200,
                Views.items(
                        people.book().accounts(),
                        account -> Views.object()
                                .put("name", account.name())
                                .put("fullName", account.fullName())
                                .put("secondStep", account.hasSecondStep())));
    }

    private Reply tokens(Request request, Person person) {
        person.needs(Scope.ACCESS);
        var tokens = people.book().tokens().stream()
                .filter(token -> token.account().equals(person.name()) || person.is(Role.ADMINISTRATOR))
                .toList();
        return Reply.json(200, Views.items(tokens, Views::token));
    }

    private Reply createToken(Request request, Person person) {
        person.needs(Scope.ACCESS);
        var body = Body.of(request, "label", "scopes", "days");
        var scopes = EnumSet.noneOf(Scope.class);
        body.texts("scopes").forEach(scope -> scopes.add(Scope.parse(scope)));
        var made = office.token(person, body.text("label"), scopes, Duration.ofDays(body.integer("days", 1, 366)));
        return Reply.json(201, Views.token(made.token()).put("secret", made.secret()));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadInput("the number in the address is none");
        }
        return Long.parseLong(text);
    }
}
