package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.trackers.config.SecretSource;
import dev.gatehouse.trackers.jira.api.Edition;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code trackers.jira}, strictly: a key with no place is a mistake, and all mistakes are told at once. */
final class JiraReader {
    private static final List<String> KEYS = List.of(
            "site",
            "edition",
            "project",
            "login",
            "source",
            "branches",
            "severity",
            "group",
            "max-new-issues",
            "create-for",
            "issue",
            "assignee",
            "close",
            "release",
            "requests-per-second");

    private final YamlMap section;
    private final Path directory;
    private final Organisation organisation;
    private final Mistakes mistakes;

    JiraReader(YamlMap section, Path directory, Organisation organisation, Mistakes mistakes) {
        this.section = section;
        this.directory = directory;
        this.organisation = organisation;
        this.mistakes = mistakes;
    }

    JiraSettings read() {
        mistakes.addAll(section.strangers(KEYS));
        var site = mistakes.in(() -> organisation.site(section)).orElse(URI.create("https://invalid"));
        var project = mistakes.in(() -> project(section.require("project"))).orElse("");
        var login = mistakes.in(() -> login(section.require("login")))
                .orElseGet(() -> new Login(null, new SecretSource.Variable("NONE")));
        return new JiraSettings(
                site,
                nullable("edition", JiraReader::edition),
                project,
                login,
                nullable("source", YamlValue::text),
                value("branches", JiraReader::globs, List.of(new Glob("main"), new Glob("master"))),
                value("severity", severity -> severity.as(Severity::of), Severity.MEDIUM),
                value("group", this::groups, grouping(Grouping.FINDING)),
                value("max-new-issues", most -> most.integer(0, 10_000), 50),
                value("create-for", JiraReader::newOnly, false),
                new LookReader(mistakes).read(section),
                value("assignee", this::people, new People(List.of(), Map.of())),
                value("close", this::life, Life.USUAL),
                new VersioningReader(mistakes).read(section, organisation),
                value("requests-per-second", limit -> limit.integer(1, 1000), 10));
    }

    private <T> T value(String key, Function<YamlValue, T> reading, T otherwise) {
        return mistakes.in(() -> section.get(key).map(reading))
                .flatMap(read -> read)
                .orElse(otherwise);
    }

    private <T> @Nullable T nullable(String key, Function<YamlValue, T> reading) {
        return mistakes.in(() -> section.get(key).map(reading))
                .flatMap(read -> read)
                .orElse(null);
    }

    private static String project(YamlValue value) {
        if (!value.text().matches("[A-Z][A-Z0-9_]{1,254}")) {
            throw value.wrong(
                    "'%s' is no project key; it is what stands before the number in SHOP-12".formatted(value.text()));
        }
        return value.text();
    }

    private static Edition edition(YamlValue value) {
        return switch (value.text()) {
            case "cloud" -> new Edition.Cloud();
            case "data-center" -> new Edition.DataCenter();
            default -> throw value.wrong("'%s' is neither cloud nor data-center".formatted(value.text()));
        };
    }

    private Login login(YamlValue value) {
        var map = value.map();
        mistakes.addAll(map.strangers(List.of("user", "token")));
        return new Login(
                map.get("user").map(YamlValue::text).orElse(null), SecretSource.of(map.require("token"), directory));
    }

    private static List<Glob> globs(YamlValue value) {
        return value.list().stream().map(one -> new Glob(one.text())).toList();
    }

    private static boolean newOnly(YamlValue value) {
        return switch (value.text()) {
            case "all" -> false;
            case "new" -> true;
            default -> throw value.wrong("'%s' is neither all nor new".formatted(value.text()));
        };
    }

    private static Map<ScannerKind, Grouping> grouping(Grouping one) {
        var groups = new EnumMap<ScannerKind, Grouping>(ScannerKind.class);
        for (var scanner : ScannerKind.values()) {
            groups.put(scanner, one);
        }
        return groups;
    }

    private Map<ScannerKind, Grouping> groups(YamlValue value) {
        if (!value.isMap()) {
            return grouping(grouping(value));
        }
        var groups = grouping(Grouping.FINDING);
        var map = value.map();
        mistakes.addAll(map.strangers(
                Arrays.stream(ScannerKind.values()).map(ScannerKind::label).toList()));
        for (var scanner : ScannerKind.values()) {
            map.get(scanner.label()).ifPresent(by -> groups.put(scanner, grouping(by)));
        }
        return groups;
    }

    private static Grouping grouping(YamlValue value) {
        return oneOf(value, Grouping.values(), Grouping::label);
    }

    private People people(YamlValue value) {
        var map = value.map();
        mistakes.addAll(map.strangers(List.of("from", "users")));
        var users = new LinkedHashMap<String, String>();
        map.get("users")
                .map(YamlValue::map)
                .ifPresent(names -> names.keys()
                        .forEach(name -> users.put(name, names.require(name).text())));
        var from = map.get("from").map(YamlValue::list).orElse(List.of()).stream()
                .map(one -> oneOf(
                        one, People.Source.values(), source -> source.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new People(from, users);
    }

    private Life life(YamlValue value) {
        var map = value.map();
        mistakes.addAll(map.strangers(List.of("wont-do", "acceptance-days", "through", "resolutions", "link-type")));
        var usual = Life.USUAL;
        return new Life(
                map.get("wont-do")
                        .map(JiraReader::texts)
                        .map(names -> (Set<String>) new LinkedHashSet<>(names))
                        .orElse(usual.wontDo()),
                map.get("acceptance-days").map(days -> days.integer(1, 3650)).orElse(usual.acceptanceDays()),
                map.get("through").map(JiraReader::texts).orElse(usual.through()),
                map.get("resolutions").map(JiraReader::texts).orElse(usual.resolutions()),
                map.get("link-type").map(YamlValue::text).orElse(usual.linkType()));
    }

    private static List<String> texts(YamlValue value) {
        return value.list().stream().map(YamlValue::text).toList();
    }

    private static <E> E oneOf(YamlValue value, E[] all, Function<E, String> label) {
        var labels = Arrays.stream(all).map(label).toList();
        int at = labels.indexOf(value.text());
        if (at >= 0) {
            return all[at];
        }
        throw value.wrong("'%s' is none of %s%s"
                .formatted(
                        value.text(),
                        String.join(", ", labels),
                        Nearest.of(value.text(), labels)
                                .map("; did you mean '%s'?"::formatted)
                                .orElse("")));
    }
}
