package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of DAST: the command line first, then the {@code dast} section of the policy file. */
public final class DastReader {
    private static final String SECTION = "dast";
    private static final String KEY_VARIABLE = "GATEHOUSE_ZAP_KEY";
    private static final int MAX_PORT = 65535;
    private static final int MAX_SECONDS = 3600;
    private static final int MAX_MINUTES = 24 * 60;

    private final Map<String, String> environment;

    /** Takes the environment, for the key of a running ZAP and to find {@code zap.sh} on the path. */
    public DastReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The settings; none when nothing says that there is an application to scan.
     *
     * @param file the policy file, if there is one
     * @throws BadInput for a mistake, with its place
     */
    public Optional<DastSettings> read(@Nullable GatehouseFile file, DastRequest request) {
        var section =
                Optional.ofNullable(file).flatMap(its -> its.section(SECTION)).map(YamlValue::map);
        section.ifPresent(DastReader::check);
        var target = request.target() == null
                ? section.flatMap(map -> map.get("target"))
                        .map(value -> value.as(Target::of))
                        .orElse(null)
                : Target.of(request.target());
        var directory = file == null ? Path.of("").toAbsolutePath() : file.directory();
        var start = request.target() == null
                ? section.flatMap(map -> map.get("start"))
                        .map(value -> start(value.map(), directory))
                        .orElse(null)
                : null;
        if (target == null && start == null) {
            section.ifPresent(map -> {
                throw map.wrong("'dast' names no application: give 'target' for one that runs, or 'start'");
            });
            if (request.required() || request.asksForSomething()) {
                throw new BadInput(
                        "dast needs an application: give --target URL, or 'dast' with 'target' or 'start' in the"
                                + " policy file");
            }
            return Optional.empty();
        }
        var mode = request.mode() == null
                ? section.flatMap(map -> map.get("mode"))
                        .map(value -> value.as(Mode::of))
                        .orElse(Mode.FULL)
                : Mode.of(request.mode());
        var rules = section.flatMap(map -> map.get("rules")).map(YamlValue::map);
        rules.ifPresent(map -> map.only("off", "only"));
        return Optional.of(new DastSettings(
                target,
                start,
                mode,
                paths(section, "include"),
                paths(section, "exclude"),
                section.flatMap(map -> map.get("login"))
                        .map(value -> login(value.map(), directory))
                        .orElse(null),
                section.flatMap(map -> map.get("openapi")).map(YamlValue::text).orElse(null),
                section.flatMap(map -> map.get("ajax-spider"))
                        .map(YamlValue::bool)
                        .orElse(false),
                section.flatMap(map -> map.get("limits"))
                        .map(value -> limits(value.map(), Limits.of(mode)))
                        .orElse(Limits.of(mode)),
                numbers(rules, "off"),
                numbers(rules, "only"),
                section.flatMap(map -> map.get("requests-per-second"))
                        .map(value -> value.integer(1, 10_000))
                        .orElse(0),
                zap(section, request, directory),
                directory));
    }

    private static void check(YamlMap section) {
        section.only(
                "target",
                "start",
                "mode",
                "include",
                "exclude",
                "login",
                "openapi",
                "ajax-spider",
                "limits",
                "rules",
                "requests-per-second",
                "zap");
    }

    private static StartSettings start(YamlMap map, Path directory) {
        map.only("command", "directory", "port", "ready", "ready-within-seconds", "environment");
        var command = map.require("command");
        var words = command.isList()
                ? command.list().stream().map(YamlValue::text).toList()
                : List.of(command.text().strip().split("\\s+"));
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw command.wrong("the command is empty");
        }
        var folder = map.get("directory")
                .map(YamlValue::text)
                .map(directory::resolve)
                .orElse(directory);
        if (!Files.isDirectory(folder)) {
            throw map.wrong("the folder %s to start the application in does not exist".formatted(folder));
        }
        var variables = new LinkedHashMap<String, String>();
        map.get("environment")
                .map(YamlValue::map)
                .ifPresent(given -> given.keys()
                        .forEach(key -> variables.put(key, given.require(key).text())));
        return new StartSettings(
                words,
                folder,
                map.get("port").map(value -> value.integer(0, MAX_PORT)).orElse(0),
                map.get("ready").map(DastReader::path).orElse("/"),
                Duration.ofSeconds(map.get("ready-within-seconds")
                        .map(value -> value.integer(1, MAX_SECONDS))
                        .orElse(60)),
                variables);
    }

    private static Login login(YamlMap map, Path directory) {
        map.only("form", "header", "script");
        var form = map.get("form").map(YamlValue::map);
        var header = map.get("header").map(YamlValue::map);
        var script = map.get("script").map(YamlValue::map);
        if (Stream.of(form, header, script).filter(Optional::isPresent).count() != 1) {
            throw map.wrong("a log-in is one of form, header, script");
        }
        if (form.isPresent()) {
            return form(form.get());
        }
        if (header.isPresent()) {
            header.get().only("name", "value-from");
            return new Login.Header(
                    header.get().get("name").map(YamlValue::text).orElse("Authorization"),
                    header.get().require("value-from").text());
        }
        var its = script.orElseThrow();
        its.only("file", "engine", "username-from", "password-from", "logged-in", "logged-out");
        return new Login.Script(
                directory.resolve(its.require("file").text()),
                its.get("engine").map(YamlValue::text).orElse("Graal.js"),
                its.require("username-from").text(),
                its.require("password-from").text(),
                its.require("logged-in").text(),
                its.get("logged-out").map(YamlValue::text).orElse(""));
    }

    private static Login form(YamlMap map) {
        map.only("path", "page", "data", "username-from", "password-from", "logged-in", "logged-out");
        var path = path(map.require("path"));
        var data = map.require("data");
        if (!data.text().contains("{%username%}") || !data.text().contains("{%password%}")) {
            throw data.wrong(
                    "'data' holds the fields as they are sent, with {%username%} and {%password%} where they go");
        }
        return new Login.Form(
                path,
                map.get("page").map(DastReader::path).orElse(path),
                data.text(),
                map.require("username-from").text(),
                map.require("password-from").text(),
                map.require("logged-in").text(),
                map.get("logged-out").map(YamlValue::text).orElse(""));
    }

    private static Limits limits(YamlMap map, Limits usual) {
        map.only("minutes", "spider-minutes", "rule-minutes", "addresses", "answer-seconds");
        return new Limits(
                minutes(map, "minutes", usual.whole()),
                minutes(map, "spider-minutes", usual.spider()),
                minutes(map, "rule-minutes", usual.rule()),
                map.get("addresses").map(value -> value.integer(1, 1_000_000)).orElse(usual.addresses()),
                Duration.ofSeconds(map.get("answer-seconds")
                        .map(value -> value.integer(1, MAX_SECONDS))
                        .orElse((int) usual.answer().toSeconds())));
    }

    private static Duration minutes(YamlMap map, String key, Duration usual) {
        return map.get(key)
                .map(value -> Duration.ofMinutes(value.integer(1, MAX_MINUTES)))
                .orElse(usual);
    }

    private ZapChoice zap(Optional<YamlMap> section, DastRequest request, Path directory) {
        var map = section.flatMap(its -> its.get("zap")).map(YamlValue::map);
        map.ifPresent(its -> its.only("url", "home", "key-from"));
        var address = request.zap() == null
                ? map.flatMap(its -> its.get("url")).map(YamlValue::text)
                : Optional.of(request.zap());
        if (address.isPresent()) {
            var variable =
                    map.flatMap(its -> its.get("key-from")).map(YamlValue::text).orElse(KEY_VARIABLE);
            return new ZapChoice.Running(Target.of(address.get()), environment.getOrDefault(variable, ""));
        }
        var home = request.zapHome() == null
                ? map.flatMap(its -> its.get("home")).map(YamlValue::text).map(directory::resolve)
                : Optional.of(request.zapHome());
        if (home.isPresent() && !Files.isRegularFile(home.get().resolve("zap.sh"))) {
            throw new BadInput("%s is no ZAP installation: there is no zap.sh in it".formatted(home.get()));
        }
        return home.or(this::onThePath).<ZapChoice>map(ZapChoice.Installed::new).orElseGet(ZapChoice.Embedded::new);
    }

    private Optional<Path> onThePath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "zap.sh"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(script -> script.toAbsolutePath().getParent());
    }

    private static List<String> paths(Optional<YamlMap> section, String key) {
        return section.flatMap(map -> map.get(key)).map(YamlValue::list).orElse(List.of()).stream()
                .map(DastReader::path)
                .toList();
    }

    private static String path(YamlValue value) {
        if (!value.text().startsWith("/")) {
            throw value.wrong("'%s' is no path of the application: a path starts with /".formatted(value.text()));
        }
        return value.text();
    }

    private static Set<Integer> numbers(Optional<YamlMap> map, String key) {
        return map.flatMap(its -> its.get(key)).map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> value.integer(1, Integer.MAX_VALUE))
                .collect(Collectors.toSet());
    }
}
