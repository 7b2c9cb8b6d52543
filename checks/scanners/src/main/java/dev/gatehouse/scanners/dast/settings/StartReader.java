package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code dast: start}. */
final class StartReader {
    private static final int MAX_PORT = 65535;
    private static final int MAX_SECONDS = 3600;

    private final Path directory;

    /** Folders of the section are named from this one. */
    StartReader(Path directory) {
        this.directory = directory;
    }

    Optional<StartSettings> read(Part start) {
        var command = start.require("command", StartReader::command).orElse(List.of());
        var folder = start.get("directory", this::folder).orElse(directory);
        var port = start.get("port", value -> value.integer(0, MAX_PORT)).orElse(0);
        var ready = start.get("ready", Paths::of).orElse("/");
        var seconds = start.get("ready-within-seconds", value -> value.integer(1, MAX_SECONDS))
                .orElse(60);
        var variables =
                start.get("environment", value -> variables(value.map())).orElse(Map.of());
        return start.map()
                .map(any -> new StartSettings(command, folder, port, ready, Duration.ofSeconds(seconds), variables));
    }

    private static List<String> command(YamlValue value) {
        var words = value.isList()
                ? value.list().stream().map(YamlValue::text).toList()
                : List.of(value.text().strip().split("\\s+"));
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw value.wrong("the command is empty");
        }
        return words;
    }

    private Path folder(YamlValue value) {
        var folder = directory.resolve(value.text());
        if (!Files.isDirectory(folder)) {
            throw value.wrong("the folder %s to start the application in does not exist".formatted(folder));
        }
        return folder;
    }

    private static Map<String, String> variables(YamlMap map) {
        var variables = new LinkedHashMap<String, String>();
        map.keys().forEach(key -> variables.put(key, map.require(key).text()));
        return variables;
    }
}
