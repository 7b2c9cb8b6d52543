package dev.gatehouse.policy.statement.file;

import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.statement.Attestation;
import dev.gatehouse.policy.statement.Claim;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.statement.claim.Access;
import dev.gatehouse.policy.statement.claim.Approvals;
import dev.gatehouse.policy.statement.claim.BackupRestored;
import dev.gatehouse.policy.statement.claim.Bundles;
import dev.gatehouse.policy.statement.claim.Cadence;
import dev.gatehouse.policy.statement.claim.ClientVersions;
import dev.gatehouse.policy.statement.claim.Cryptography;
import dev.gatehouse.policy.statement.claim.DatabaseAge;
import dev.gatehouse.policy.statement.claim.FindingsInTime;
import dev.gatehouse.policy.statement.claim.Incidents;
import dev.gatehouse.policy.statement.claim.LedgerWhole;
import dev.gatehouse.policy.statement.claim.OnlyPeople;
import dev.gatehouse.policy.statement.claim.OwaspTop10;
import dev.gatehouse.policy.statement.claim.SingleServer;
import dev.gatehouse.policy.support.Track;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one claim. */
final class ClaimReader {
    private static final int MONTH = 31;
    private static final Map<String, Kind> KINDS = kinds();

    private final YamlMap keys;

    ClaimReader(YamlMap keys) {
        this.keys = keys;
    }

    /** How a kind of claim is read, and which keys it has beside those of every claim. */
    private record Kind(Function<ClaimReader, Question> reading, List<String> settings) {
        Kind(Function<ClaimReader, Question> reading, String... settings) {
            this(reading, List.of(settings));
        }
    }

    private static Map<String, Kind> kinds() {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put(
                "owasp-top10",
                new Kind(
                        ClaimReader::owasp,
                        "app",
                        "platform",
                        "channel",
                        "edition",
                        "no-findings-from",
                        "not-older-than",
                        "people"));
        kinds.put(
                "client-versions",
                new Kind(
                        claim -> new ClientVersions(
                                claim.track(),
                                claim.number("at-most", 3, 1, 100),
                                claim.number("adoption-at-least", 0, 0, 100)),
                        "app",
                        "platform",
                        "channel",
                        "at-most",
                        "adoption-at-least"));
        kinds.put(
                "cadence",
                new Kind(
                        claim -> new Cadence(claim.track(), claim.number("at-least", 90, 1, 100)),
                        "app",
                        "platform",
                        "channel",
                        "at-least"));
        kinds.put(
                "approvals",
                new Kind(
                        claim -> new Approvals(claim.optionalTrack(), claim.number("at-least", 2, 1, 20)),
                        "app",
                        "platform",
                        "channel",
                        "at-least"));
        kinds.put("findings-in-time", new Kind(claim -> new FindingsInTime(claim.days(MONTH)), "not-older-than"));
        kinds.put(
                "database-age",
                new Kind(
                        claim -> new DatabaseAge(claim.number("at-most", 7, 1, 3650), claim.days(MONTH)),
                        "at-most",
                        "not-older-than"));
        kinds.put("single-server", new Kind(claim -> new SingleServer(claim.days(7)), "not-older-than"));
        kinds.put("incidents", new Kind(claim -> new Incidents(claim.within()), "fixed-within"));
        kinds.put("ledger", new Kind(claim -> new LedgerWhole()));
        kinds.put(
                "access",
                new Kind(claim -> new Access(claim.number("reviewed-within", 92, 1, 366)), "reviewed-within"));
        kinds.put(
                "backup",
                new Kind(
                        claim -> new BackupRestored(claim.number("restored-within", 183, 1, 3650)), "restored-within"));
        kinds.put("cryptography", new Kind(claim -> new Cryptography(claim.flag("fips")), "fips"));
        kinds.put("bundles", new Kind(claim -> new Bundles()));
        kinds.put("attested", new Kind(ClaimReader::attested));
        return kinds;
    }

    Claim read() {
        var kind = keys.require("kind");
        var question = question(kind);
        var id = keys.get("id").orElse(kind);
        if (!id.text().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw id.wrong("an id is of small letters, digits and '-', such as cadence-ios");
        }
        var title = keys.require("title").text();
        if (title.isBlank()) {
            throw keys.require("title").wrong("a claim says something: write what is promised");
        }
        return new Claim(
                id.text(),
                kind.text(),
                title,
                question,
                keys.get("attested").map(word -> attestation(word.map())).orElse(null));
    }

    private Question question(YamlValue name) {
        var kind = KINDS.get(name.text());
        if (kind == null) {
            throw name.wrong("there is no kind of claim '%s'%s"
                    .formatted(
                            name.text(),
                            Nearest.of(name.text(), KINDS.keySet())
                                    .map("; did you mean '%s'?"::formatted)
                                    .orElse("; known are " + String.join(", ", KINDS.keySet()))));
        }
        keys.only(Stream.concat(Stream.of("kind", "id", "title", "attested"), kind.settings().stream())
                .toArray(String[]::new));
        return kind.reading().apply(this);
    }

    private Question attested() {
        keys.require("attested");
        return new OnlyPeople("no machine looks at this.");
    }

    private Question owasp() {
        var edition = keys.get("edition").map(YamlValue::text).orElse("2025");
        if (!List.of("2017", "2021", "2025").contains(edition)) {
            throw keys.require("edition").wrong("there is an edition 2017, 2021 and 2025");
        }
        var people = new LinkedHashMap<String, Attestation>();
        keys.get("people")
                .map(YamlValue::map)
                .ifPresent(given -> given.keys().forEach(category -> {
                    var value = given.require(category);
                    if (!category.matches("A[0-9]{1,2}:" + edition)) {
                        throw value.wrong(
                                "'%s' is no category of that edition, such as A01:%s".formatted(category, edition));
                    }
                    people.put(category, attestation(value.map()));
                }));
        return new OwaspTop10(
                edition,
                optionalTrack(),
                keys.get("no-findings-from")
                        .map(value -> value.as(Severity::of))
                        .orElse(Severity.HIGH),
                days(MONTH),
                people);
    }

    private Map<Severity, Integer> within() {
        var limits = keys.require("fixed-within").map();
        var within = new EnumMap<Severity, Integer>(Severity.class);
        limits.only("critical", "high", "medium", "low", "info");
        limits.keys()
                .forEach(name ->
                        within.put(Severity.of(name), limits.require(name).integer(1, 3650)));
        return within;
    }

    private static Attestation attestation(YamlMap word) {
        word.only("owner", "on", "until", "says", "evidence");
        var on = word.require("on").date();
        var until = word.require("until").date();
        if (until.isBefore(on) || until.isAfter(on.plusDays(Attestation.MOST_DAYS))) {
            throw word.require("until")
                    .wrong("a word counts for at most %d days from %s on".formatted(Attestation.MOST_DAYS, on));
        }
        return new Attestation(
                word.require("owner").text(),
                on,
                until,
                word.require("says").text(),
                word.get("evidence").map(StatementReader::address).orElse(""));
    }

    private boolean flag(String key) {
        return keys.get(key).map(YamlValue::bool).orElse(false);
    }

    private int days(int otherwise) {
        return number("not-older-than", otherwise, 1, 366);
    }

    private int number(String key, int otherwise, int least, int most) {
        return keys.get(key).map(value -> value.integer(least, most)).orElse(otherwise);
    }

    private Track track() {
        var app = keys.require("app");
        return app.as(name -> new Track(
                name,
                keys.require("platform").text(),
                keys.get("channel").map(YamlValue::text).orElse("stable")));
    }

    private @Nullable Track optionalTrack() {
        return keys.get("app").isPresent() || keys.get("platform").isPresent() ? track() : null;
    }
}
