package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlValue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of DAST: the command line first, then the {@code dast} section of the policy file. */
public final class DastReader {
    private static final String SECTION = "dast";
    private static final String KEY_VARIABLE = "GATEHOUSE_ZAP_KEY";
    private static final Pattern BROWSER = Pattern.compile("[a-z][a-z0-9-]*");
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
     * @throws BadInput for mistakes, a line for each with its place
     */
    public Optional<DastSettings> read(@Nullable GatehouseFile file, DastRequest request) {
        var mistakes = new Mistakes();
        var section = Part.of(
                Optional.ofNullable(file)
                        .flatMap(its -> its.section(SECTION))
                        .flatMap(value -> mistakes.in(value::map)),
                DastKeys.DAST,
                mistakes);
        var directory = file == null ? Path.of("").toAbsolutePath() : file.directory();
        var written = section.get("target", value -> value.as(Target::of));
        var start = new StartReader(directory).read(section.part("start", DastKeys.DAST_START));
        var mode = Optional.ofNullable(request.mode())
                .map(Mode::of)
                .or(() -> section.get("mode", value -> value.as(Mode::of)))
                .orElse(Mode.FULL);
        var rules = section.part("rules", DastKeys.DAST_RULES);
        var settings = new DastSettings(
                Optional.ofNullable(request.target())
                        .map(Target::of)
                        .or(() -> written)
                        .orElse(null),
                request.target() == null ? start.orElse(null) : null,
                mode,
                section.list("include", Paths::of),
                section.list("exclude", Paths::of),
                new LoginReader(directory)
                        .read(section.part("login", DastKeys.DAST_LOGIN))
                        .orElse(null),
                section.text("openapi").orElse(null),
                section.get("ajax-spider", DastReader::browser)
                        .flatMap(Function.identity())
                        .orElse(null),
                limits(section.part("limits", DastKeys.DAST_LIMITS), Limits.of(mode)),
                numbers(rules, "off"),
                numbers(rules, "only"),
                section.get("requests-per-second", value -> value.integer(1, 10_000))
                        .orElse(0),
                zap(section.part("zap", DastKeys.DAST_ZAP), request, directory),
                directory);
        mistakes.throwIfAny();
        return namesAnApplication(settings, section, request) ? Optional.of(settings) : Optional.empty();
    }

    /** Tells the mistakes of a file's section, as {@link #read}; a file without one has none. */
    public void check(GatehouseFile file) {
        read(file, DastRequest.NOTHING);
    }

    private static boolean namesAnApplication(DastSettings settings, Part section, DastRequest request) {
        if (settings.target() != null || settings.start() != null) {
            return true;
        }
        section.map().ifPresent(map -> {
            throw map.wrong("'dast' names no application: give 'target' for one that runs, or 'start'");
        });
        if (request.required() || request.asksForSomething()) {
            throw new BadInput("dast needs an application: give --target URL, or 'dast' with 'target' or 'start' in the"
                    + " policy file");
        }
        return false;
    }

    private static Limits limits(Part limits, Limits usual) {
        return new Limits(
                minutes(limits, "minutes", usual.whole()),
                minutes(limits, "spider-minutes", usual.spider()),
                minutes(limits, "rule-minutes", usual.rule()),
                limits.get("addresses", value -> value.integer(1, 1_000_000)).orElse(usual.addresses()),
                limits.get("answer-seconds", value -> Duration.ofSeconds(value.integer(1, MAX_SECONDS)))
                        .orElse(usual.answer()));
    }

    private static Duration minutes(Part limits, String key, Duration usual) {
        return limits.get(key, value -> Duration.ofMinutes(value.integer(1, MAX_MINUTES)))
                .orElse(usual);
    }

    private ZapChoice zap(Part zap, DastRequest request, Path directory) {
        var address = Optional.ofNullable(request.zap())
                .map(Target::of)
                .or(() -> zap.get("url", value -> value.as(Target::of)));
        var variable = zap.text("key-from").orElse(KEY_VARIABLE);
        var written = zap.get("home", value -> value.as(text -> installation(directory.resolve(text))));
        if (address.isPresent()) {
            return new ZapChoice.Running(address.get(), environment.getOrDefault(variable, ""));
        }
        return Optional.ofNullable(request.zapHome())
                .map(DastReader::installation)
                .or(() -> written)
                .or(this::onThePath)
                .<ZapChoice>map(ZapChoice.Installed::new)
                .orElseGet(ZapChoice.Embedded::new);
    }

    /** A browser's name, empty for just yes; nothing for no. */
    private static Optional<String> browser(YamlValue value) {
        var text = value.text();
        if (text.equals("false")) {
            return Optional.empty();
        }
        if (text.equals("true")) {
            return Optional.of("");
        }
        if (!BROWSER.matcher(text).matches()) {
            throw value.wrong(
                    "'%s' is neither true nor false nor a browser of ZAP's, such as chrome-headless".formatted(text));
        }
        return Optional.of(text);
    }

    private static Path installation(Path home) {
        if (!Files.isRegularFile(home.resolve("zap.sh"))) {
            throw new BadInput("%s is no ZAP installation: there is no zap.sh in it".formatted(home));
        }
        return home;
    }

    private Optional<Path> onThePath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "zap.sh"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(script -> script.toAbsolutePath().getParent());
    }

    private static Set<Integer> numbers(Part rules, String key) {
        return Set.copyOf(rules.list(key, value -> value.integer(1, Integer.MAX_VALUE)));
    }
}
