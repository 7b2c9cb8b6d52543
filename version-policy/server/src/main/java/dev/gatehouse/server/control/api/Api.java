package dev.gatehouse.server.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Page;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import dev.gatehouse.server.control.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The API as its document describes it: every path and method of {@code openapi.json} is routed to the operation that it
 * names, and the server does not start when one of them has nothing behind it.
 */
public final class Api implements Page {
    /** Everything of the API is below. */
    public static final String ROOT = "/api/";

    /** Where reports are handed in, which may be large. */
    public static final String SCANS = ROOT + "v1/scans";

    private static final String BEARER = "Bearer ";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final Router router = new Router();
    private final ControlRoom room;
    private final People people;
    private final Mistakes mistakes;

    public Api(
            ControlRoom room,
            AccessOffice office,
            People people,
            ScanReports reports,
            BuildChecks checks,
            Adoption adoption,
            OutboxOffice outbox,
            Mistakes mistakes) {
        this.room = room;
        this.people = people;
        this.mistakes = mistakes;
        var operations = new HashMap<String, Operation>();
        new Releases(room, adoption, reports, checks).into(operations);
        new Records(room, office, people, reports).into(operations);
        new Trackers(outbox).into(operations);
        var document = document();
        route(document, operations);
        router.add("GET", ROOT + "openapi.json", request -> Reply.json(200, document));
    }

    @Override
    public Reply answer(Request request) {
        try {
            var found = router.find(request);
            if (found instanceof Router.Found.One one) {
                return one.page().answer(one.request());
            } else if (found instanceof Router.Found.OtherMethods other) {
                return Reply.problem(
                                405, "method-not-allowed", "Method not allowed", "Ask with " + other.allowed() + ".")
                        .with("allow", other.allowed());
            }
            return Reply.problem(404, "not-found", "Not found", "There is nothing at this address.");
        } catch (RuntimeException e) {
            var told = mistakes.of(e);
            var reply = Reply.problem(told.status(), told.name(), told.title(), told.detail());
            return told.status() == 401 ? reply.with("www-authenticate", "Bearer") : reply;
        }
    }

    /** The document that is served and tested against. */
    static JsonNode document() {
        try (var in = Objects.requireNonNull(Api.class.getResourceAsStream("openapi.json"))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void route(JsonNode document, Map<String, Operation> operations) {
        var left = new HashSet<>(operations.keySet());
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    var name = method.getValue().path("operationId").asText();
                    var operation = operations.get(name);
                    if (operation == null) {
                        throw new IllegalStateException("openapi.json names an operation that is not there: " + name);
                    }
                    left.remove(name);
                    router.add(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            request -> operation.answer(request, person(request)));
                }
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("openapi.json does not name " + left);
        }
    }

    private Person person(Request request) {
        var field = request.header("authorization");
        if (!field.startsWith(BEARER)) {
            throw Denied.notSignedIn("Send an API token in the field Authorization, as Bearer TOKEN.");
        }
        var token = people.token(field.substring(BEARER.length()).strip())
                .orElseThrow(() -> Denied.notSignedIn("The token is wrong, was revoked, or has expired."));
        return new Person(token.account(), room.roles(token.account()), token.scopes());
    }
}
