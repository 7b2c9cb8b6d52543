package dev.gatehouse.server.control.api;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.LedgerSearch;
import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.room.ReleaseStatus;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.room.TrainView;
import dev.gatehouse.server.control.web.Missing;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Operations on candidates, versions and the calendar. */
final class Releases {
    private static final int MOST_ENTRIES = 500;

    private final ControlRoom room;
    private final Adoption adoption;
    private final CommandReader commands;
    private final TrainView trains;
    private final LedgerSearch ledger;
    private final BuildChecks checks;

    Releases(ControlRoom room, Adoption adoption, ScanReports reports, BuildChecks checks) {
        this.room = room;
        this.checks = checks;
        this.adoption = adoption;
        this.commands = new CommandReader(reports);
        this.trains = new TrainView(room);
        this.ledger = new LedgerSearch(room);
    }

    void into(Map<String, Operation> operations) {
        operations.put("listCandidates", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.items(room.standings(), Views::standing));
        });
        operations.put("getCandidate", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.standing(standing(request)));
        });
        operations.put("listChecks", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.items(checks.of(digest(request)), Views::check));
        });
        operations.put("addCheck", this::addCheck);
        operations.put("getEvidence", this::evidence);
        operations.put("propose", deciding(commands::propose));
        operations.put("approve", deciding(commands::approve));
        operations.put("reject", deciding(commands::reject));
        operations.put("publish", deciding(commands::publish));
        operations.put("raiseMinimum", deciding(commands::raiseMinimum));
        operations.put("retire", deciding(commands::retire));
        operations.put("block", deciding(commands::block));
        operations.put("proposeRollback", deciding(commands::proposeRollback));
        operations.put("approveRollback", deciding(commands::approveRollback));
        operations.put("rollBack", deciding(commands::rollBack));
        operations.put("listVersions", (request, person) -> {
            person.mayLook();
            return Reply.json(
                    200,
                    Views.items(
                            trains.tracks(),
                            track -> Views.window(
                                    track, room.look(state -> state.releases().window(track)), room.now())));
        });
        operations.put("getVersions", (request, person) -> {
            person.mayLook();
            var track = CommandReader.track(request);
            room.rules().support().store(track);
            return Reply.json(
                    200, Views.window(track, room.look(state -> state.releases().window(track)), room.now()));
        });
        operations.put("getEffect", this::effect);
        operations.put("getPolicy", (request, person) -> {
            person.mayLook();
            return Reply.json(200, Views.policy(room.book().now()));
        });
        operations.put("getCalendar", this::calendar);
        operations.put("getAdherence", this::adherence);
    }

    private Operation deciding(Function<Request, Command> read) {
        return (request, person) -> {
            var command = read.apply(request);
            return Parameters.isDryRun(request)
                    ? Reply.json(200, Views.draft(room.preview(person, command)))
                    : Reply.json(201, Views.entry(room.decide(person, command)));
        };
    }

    private ReleaseStatus standing(Request request) {
        var track = CommandReader.track(request);
        var version = CommandReader.version(request);
        return room.standings().stream()
                .filter(standing -> standing.candidate().track().equals(track)
                        && standing.candidate().version().isSameAs(version))
                .findFirst()
                .orElseThrow(() -> new Missing("This version was not proposed for this track."));
    }

    private Reply addCheck(Request request, Person person) {
        person.needs(Scope.PROPOSE).needs(Role.DEVELOPER, Role.RELEASE_MANAGER);
        var body = Body.of(request, "name", "kept", "reason", "link");
        var name = body.text("name");
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new BadInput("'name' is of small letters, digits and '-', such as jira");
        }
        var check = new BuildChecks.Check(
                name,
                body.flag("kept"),
                body.text("reason"),
                body.textOrEmpty("link"),
                person.name(),
                room.now().toEpochMilli());
        checks.add(digest(request), check);
        return Reply.json(201, Views.check(check));
    }

    private String digest(Request request) {
        return standing(request).candidate().digest();
    }

    /** Every entry about one version, each with the bytes that its hash is over, and a signed head to hold them to. */
    private Reply evidence(Request request, Person person) {
        person.mayLook();
        var standing = standing(request);
        var candidate = standing.candidate();
        var json = Views.standing(standing);
        var entries = json.putArray("entries");
        ledger
                .find(new LedgerSearch.Query(
                        0, MOST_ENTRIES, "", candidate.version().toString()))
                .entries()
                .stream()
                .filter(entry -> entry.payload()
                        .path("clientVersion")
                        .asText("")
                        .equals(candidate.version().toString()))
                .filter(entry -> SupportEvents.track(entry.payload()).equals(candidate.track()))
                .forEach(entry -> entries.add(Views.provenEntry(entry)));
        json.set("checkpoint", room.checkpoint().node());
        return Reply.json(200, json);
    }

    private Reply effect(Request request, Person person) {
        person.mayLook();
        var track = CommandReader.track(request);
        room.rules().support().store(track);
        var version = ClientVersion.parse(Parameters.required(request, "version"));
        var effect = adoption.effect(track, version, LocalDate.ofInstant(room.now(), ZoneOffset.UTC));
        var json = Views.object()
                .put("lockedOut", effect.out())
                .put("asked", effect.all())
                .put("percent", effect.percent());
        var versions = json.putObject("byVersion");
        effect.versions().forEach(versions::put);
        return Reply.json(200, json);
    }

    private Reply calendar(Request request, Person person) {
        person.mayLook();
        int count = Parameters.number(request, "count", 8, 1, 100);
        var windows = trains.train().map(train -> trains.coming(train, count));
        return Reply.json(200, Views.items(windows.orElse(List.of()), Views::releaseWindow));
    }

    private Reply adherence(Request request, Person person) {
        person.mayLook();
        var train = trains.train().orElse(null);
        if (train == null) {
            return Reply.json(200, Views.items(List.<Track>of(), track -> Views.object()));
        }
        var first = Parameters.day(request, "since").orElseGet(() -> trains.lastHalfYear(train));
        var last = Parameters.day(request, "until").orElseGet(() -> trains.today(train));
        return Reply.json(
                200,
                Views.items(
                        trains.tracks(), track -> Views.adherence(track, trains.adherence(train, track, first, last))));
    }
}
