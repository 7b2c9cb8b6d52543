package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.trackers.jira.settings.Versioning.Exemption;
import dev.gatehouse.trackers.jira.settings.Versioning.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code trackers.jira.release}; the organisation's file makes it stricter and never looser. */
final class VersioningReader {
    private static final List<String> KEYS = List.of("version", "keys", "rules", "exceptions");
    private static final List<String> FLOOR_KEYS = List.of("rules");
    private static final List<String> RULES = List.of("done", "keyed");
    private static final List<String> EXCEPTION = List.of("issue", "commit", "subject", "owner", "reason", "expires");
    private static final String NUMBER = "{version}";

    private final Mistakes mistakes;

    VersioningReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    @Nullable
    Versioning read(YamlMap jira, Organisation organisation) {
        var floor = part(organisation.floor());
        floor.ifPresent(map -> mistakes.addAll(map.strangers(FLOOR_KEYS)));
        return jira.get("release")
                .flatMap(value -> mistakes.in(value::map))
                .flatMap(map -> mistakes.in(() -> versioning(jira, map, floor)))
                .orElse(null);
    }

    private Optional<YamlMap> part(@Nullable YamlMap jira) {
        return jira == null ? Optional.empty() : jira.get("release").flatMap(value -> mistakes.in(value::map));
    }

    private Versioning versioning(YamlMap jira, YamlMap map, Optional<YamlMap> floor) {
        mistakes.addAll(map.strangers(KEYS));
        return new Versioning(
                map.get("version").map(VersioningReader::name).orElse(NUMBER),
                map.get("keys")
                        .map(value ->
                                value.list().stream().map(VersioningReader::key).toList())
                        .orElseGet(() -> List.of(jira.require("project").text())),
                rule(map, floor, "done"),
                rule(map, floor, "keyed"),
                map.get("exceptions").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(one -> mistakes.in(() -> exception(one)).stream())
                        .toList());
    }

    /** Both hold unless the repository says otherwise and the organisation does not object. */
    private boolean rule(YamlMap map, Optional<YamlMap> floor, String name) {
        return asks(Optional.of(map), name).orElse(true) || asks(floor, name).orElse(false);
    }

    private Optional<Boolean> asks(Optional<YamlMap> release, String name) {
        return release.flatMap(map -> map.get("rules")).map(YamlValue::map).flatMap(rules -> {
            mistakes.addAll(rules.strangers(RULES));
            return rules.get(name).map(VersioningReader::effect);
        });
    }

    private static boolean effect(YamlValue value) {
        return switch (value.text()) {
            case "fail" -> true;
            case "ignore" -> false;
            default -> throw value.wrong("'%s' is neither fail nor ignore".formatted(value.text()));
        };
    }

    private static String name(YamlValue value) {
        if (!value.text().contains(NUMBER) || value.text().length() > 200) {
            throw value.wrong("the name of a version must hold {version}, as in shop-{version}");
        }
        return value.text();
    }

    private static String key(YamlValue value) {
        if (!value.text().matches("[A-Z][A-Z0-9_]{1,254}")) {
            throw value.wrong(
                    "'%s' is no project key; it is what stands before the number in SHOP-12".formatted(value.text()));
        }
        return value.text();
    }

    private Exemption exception(YamlValue value) {
        var map = value.map();
        mistakes.addAll(map.strangers(EXCEPTION));
        return new Exemption(
                subject(map),
                map.require("owner").text(),
                map.require("reason").text(),
                map.require("expires").date());
    }

    private static Subject subject(YamlMap map) {
        var issue = map.get("issue");
        var commit = map.get("commit");
        var subject = map.get("subject");
        if (List.of(issue, commit, subject).stream().filter(Optional::isPresent).count() != 1) {
            throw map.wrong("an exception is for one of issue, commit and subject");
        }
        if (issue.isPresent()) {
            if (!issue.get().text().matches("[A-Z][A-Z0-9_]*-[1-9][0-9]*")) {
                throw issue.get()
                        .wrong("'%s' is no key of an issue"
                                .formatted(issue.get().text()));
            }
            return new Subject.Issue(issue.get().text());
        }
        if (commit.isPresent()) {
            if (!commit.get().text().matches("[0-9a-f]{7,40}")) {
                throw commit.get().wrong("give at least seven digits of the commit, in lower case");
            }
            return new Subject.Commit(commit.get().text());
        }
        var pattern = new Glob(subject.orElseThrow().text());
        if (pattern.isEverything()) {
            throw subject.orElseThrow().wrong("that lets every commit through; use rules: {keyed: ignore}");
        }
        return new Subject.Subjects(pattern);
    }
}
