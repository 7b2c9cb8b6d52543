package dev.gatehouse.server.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Adherence;
import dev.gatehouse.policy.train.ReleaseWindow;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.access.Grant;
import dev.gatehouse.server.control.account.ApiToken;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ReleaseStatus;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.room.ScanReports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** How things look in the API's answers; the schemas of {@code openapi.json} say the same. */
final class Views {
    private Views() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list under the name {@code items}, so that members can be added beside it. */
    static <T> ObjectNode items(Collection<T> all, Function<? super T, ObjectNode> view) {
        var json = object();
        var items = json.putArray("items");
        all.forEach(item -> items.add(view.apply(item)));
        return json;
    }

    static ObjectNode entry(Entry entry) {
        return (ObjectNode) EntryFormat.json(entry);
    }

    /** An entry with the exact bytes that its hash is over. */
    static ObjectNode provenEntry(Entry entry) {
        return entry(entry).put("body", EntryFormat.stored(entry).body());
    }

    static ObjectNode draft(Draft draft) {
        var json = object().put("type", draft.type()).put("actor", draft.actor());
        json.set("payload", draft.payload());
        return json;
    }

    static ObjectNode check(BuildChecks.Check check) {
        return object().put("name", check.name())
                .put("kept", check.kept())
                .put("reason", check.reason())
                .put("link", check.link())
                .put("by", check.by())
                .put("at", Instant.ofEpochMilli(check.at()).toString());
    }

    static ObjectNode standing(ReleaseStatus standing) {
        var candidate = standing.candidate();
        var json = track(candidate.track())
                .put("track", candidate.track().toString())
                .put("version", candidate.version().toString())
                .put("stage", standing.stage().name().toLowerCase(Locale.ROOT))
                .put("digest", candidate.digest())
                .put("commit", candidate.commit())
                .put("verdict", candidate.scan().verdict())
                .put("reportSha256", candidate.scan().reportSha256())
                .put("proposer", standing.proposal().proposer())
                .put("proposed", standing.proposal().proposed().toString());
        var files = json.putArray("artifacts");
        candidate
                .artifacts()
                .forEach(file -> files.addObject().put("name", file.name()).put("sha256", file.sha256()));
        var decisions = json.putArray("decisions");
        standing.proposal().decisions().forEach(decision -> decisions.add(decision(decision)));
        var missing = json.putArray("missing");
        standing.missing().forEach(missing::add);
        var rules = json.putArray("rules");
        standing.rulings()
                .forEach(ruling -> rules.addObject()
                        .put("rule", ruling.rule())
                        .put("kept", ruling.kept())
                        .put("reason", ruling.reason()));
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        return object().put("actor", decision.actor())
                .put("approves", decision.approves())
                .put("digest", decision.digest())
                .put("role", decision.role())
                .put("reason", decision.reason())
                .put("time", decision.time().toString());
    }

    static ObjectNode window(Track track, SupportWindow window, Instant now) {
        var json = track(track);
        versions(json.putArray("supported"), window.supported());
        versions(json.putArray("blocked"), window.blocked());
        window.minimum(now).ifPresent(version -> json.put("minimum", version.toString()));
        window.latest().ifPresent(version -> json.put("latest", version.toString()));
        window.recommended(now).ifPresent(version -> json.put("recommended", version.toString()));
        window.nextMinimum(now)
                .ifPresent(next -> json.putObject("nextMinimum")
                        .put("version", next.version().toString())
                        .put("at", next.at().toString()));
        var endings = json.putArray("endings");
        window.endings()
                .forEach(ending -> endings.addObject()
                        .put("version", ending.version().toString())
                        .put("supportedUntil", ending.supportedUntil().toString()));
        return json;
    }

    private static void versions(ArrayNode array, Collection<ClientVersion> versions) {
        versions.forEach(version -> array.add(version.toString()));
    }

    private static ObjectNode track(Track track) {
        return object().put("app", track.app())
                .put("platform", track.platform())
                .put("channel", track.channel());
    }

    /** The rules by which this server decides, as they are written; of where the files lie, no more than their names. */
    static ObjectNode policy(RuleBook.Read rules) {
        var json = object();
        json.set("policy", file(rules.policy()));
        if (rules.floor() != null) {
            json.set("floor", file(rules.floor()));
        }
        return json;
    }

    private static ObjectNode file(GatehouseFile file) {
        return object().put("name", name(Path.of(file.name())))
                .put("folder", name(file.directory()))
                .put("text", file.text());
    }

    private static String name(Path path) {
        return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }

    static ObjectNode releaseWindow(ReleaseWindow window) {
        return object().put("number", window.number())
                .put("opens", window.day().toString())
                .put("lastDay", window.lastDay().toString())
                .put("planned", window.planned().toString())
                .put("zone", window.zone().toString())
                .put("kind", window.kind().label())
                .put("state", window.state().name().toLowerCase(Locale.ROOT))
                .put("note", window.note());
    }

    static ObjectNode adherence(Track track, Adherence adherence) {
        var json = track(track);
        adherence.percentage().ifPresent(value -> json.put("onTimePercent", value));
        var windows = json.putArray("windows");
        adherence.windows().forEach(record -> {
            var window = releaseWindow(record.window())
                    .put("outcome", record.outcome().label())
                    .put("daysLate", record.daysLate());
            record.release()
                    .ifPresent(
                            release -> window.put("version", release.version().toString()));
            windows.add(window);
        });
        return json;
    }

    static ObjectNode grant(Grant grant, Instant now) {
        return object().put("id", grant.id())
                .put("account", grant.account())
                .put("role", grant.role().label())
                .put("reason", grant.reason())
                .put("by", grant.by())
                .put("from", grant.from().toString())
                .put("until", grant.until().toString())
                .put("support", grant.support())
                .put("active", grant.isActive(now));
    }

    static ObjectNode token(ApiToken token) {
        var json = object().put("id", token.id())
                .put("account", token.account())
                .put("label", token.label())
                .put("created", Instant.ofEpochMilli(token.created()).toString())
                .put("expires", Instant.ofEpochMilli(token.expires()).toString());
        var scopes = json.putArray("scopes");
        token.scopes().stream().sorted().forEach(scope -> scopes.add(scope.label()));
        return json;
    }

    static ObjectNode scan(ScanReports.Summary scan) {
        return object().put("sha256", scan.sha256())
                .put("project", scan.project())
                .put("verdict", scan.verdict())
                .put("commit", scan.commit())
                .put("created", scan.created())
                .put("findings", scan.findings());
    }

    static ObjectNode risk(RuleBook.Risk risk) {
        return object().put("findings", risk.acceptance().findings().words())
                .put("owner", risk.acceptance().owner())
                .put("reason", risk.acceptance().reason())
                .put("expires", risk.acceptance().expires().toString())
                .put("source", risk.acceptance().source())
                .put("by", risk.authority().name().toLowerCase(Locale.ROOT));
    }
}
