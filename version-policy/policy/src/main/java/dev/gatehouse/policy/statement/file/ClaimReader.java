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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one claim. */
final class ClaimReader {
    private static final int MONTH = 31;
    private static final List<String> KINDS = List.of(
            "owasp-top10",
            "client-versions",
            "cadence",
            "approvals",
            "findings-in-time",
            "database-age",
            "single-server",
            "incidents",
            "ledger",
            "access",
            "backup",
            "cryptography",
            "bundles",
            "attested");

    private final YamlMap keys;

    ClaimReader(YamlMap keys) {
        this.keys = keys;
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

    private Question question(YamlValue kind) {
        return switch (kind.text()) {
            case "owasp-top10" -> owasp();
            case "client-versions" -> {
                only("app", "platform", "channel", "at-most", "adoption-at-least");
                yield new ClientVersions(track(), number("at-most", 3, 1, 100), number("adoption-at-least", 0, 0, 100));
            }
            case "cadence" -> {
                only("app", "platform", "channel", "at-least");
                yield new Cadence(track(), number("at-least", 90, 1, 100));
            }
            case "approvals" -> {
                only("app", "platform", "channel", "at-least");
                yield new Approvals(optionalTrack(), number("at-least", 2, 1, 20));
            }
            case "findings-in-time" -> {
                only("not-older-than");
                yield new FindingsInTime(days(MONTH));
            }
            case "database-age" -> {
                only("at-most", "not-older-than");
                yield new DatabaseAge(number("at-most", 7, 1, 3650), days(MONTH));
            }
            case "single-server" -> {
                only("not-older-than");
                yield new SingleServer(days(7));
            }
            case "incidents" -> {
                only("fixed-within");
                yield new Incidents(within());
            }
            case "ledger" -> {
                only();
                yield new LedgerWhole();
            }
            case "access" -> {
                only("reviewed-within");
                yield new Access(number("reviewed-within", 92, 1, 366));
            }
            case "backup" -> {
                only();
                yield new OnlyPeople("Nobody answers for a backup that was restored.");
            }
            case "cryptography" -> {
                only("fips");
                yield new Cryptography(keys.get("fips").map(YamlValue::bool).orElse(false));
            }
            case "bundles" -> {
                only();
                yield new Bundles();
            }
            case "attested" -> {
                only();
                keys.require("attested");
                yield new OnlyPeople("no machine looks at this.");
            }
            default ->
                throw kind.wrong("there is no kind of claim '%s'%s"
                        .formatted(
                                kind.text(),
                                Nearest.of(kind.text(), KINDS)
                                        .map("; did you mean '%s'?"::formatted)
                                        .orElse("; known are " + String.join(", ", KINDS))));
        };
    }

    private Question owasp() {
        only("app", "platform", "channel", "edition", "no-findings-from", "not-older-than", "people");
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

    private void only(String... more) {
        keys.only(Stream.concat(Stream.of("kind", "id", "title", "attested"), Stream.of(more))
                .toArray(String[]::new));
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
