package dev.gatehouse.scanners.project.maven.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What every call of Maven in a directory is given without being typed: {@code .mvn/jvm.config} and {@code MAVEN_OPTS},
 * then {@code .mvn/maven.config} and {@code MAVEN_ARGS}; what comes later wins.
 *
 * @param directory to which relative paths are; the one with {@code .mvn} where there is one
 * @param properties set by {@code -D}
 * @param options others with a value, by their short name, such as {@code s} for a settings file
 */
public record MavenCall(Path directory, Map<String, String> properties, Map<String, String> options) {
    static final MavenCall NONE = new MavenCall(Path.of(""), Map.of(), Map.of());
    private static final long MOST_BYTES = 1 << 20;

    /** Long names of the options that matter here. */
    private static final Map<String, String> SHORT = Map.of(
            "-settings", "s", "-global-settings", "gs", "-offline", "o", "-activate-profiles", "P", "-define", "D");

    public MavenCall {
        properties = Map.copyOf(properties);
        options = Map.copyOf(options);
    }

    static MavenCall of(Path directory, Map<String, String> environment) throws IOException {
        var root = rootOf(directory);
        var arguments = new ArrayList<String>();
        arguments.addAll(arguments(lines(root.resolve(".mvn/jvm.config"))));
        arguments.addAll(arguments(List.of(environment.getOrDefault("MAVEN_OPTS", ""))));
        arguments.addAll(arguments(lines(root.resolve(".mvn/maven.config"))));
        arguments.addAll(arguments(List.of(environment.getOrDefault("MAVEN_ARGS", ""))));
        var properties = new LinkedHashMap<String, String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith("-D") && argument.length() > 2) {
                define(argument.substring(2), properties);
            } else if (argument.startsWith("-")) {
                var name = argument.substring(1).split("[=\\s]", 2);
                var key = SHORT.getOrDefault(name[0], name[0]);
                var next =
                        i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-") ? arguments.get(i + 1) : "";
                var value = name.length > 1 ? name[1].strip() : next;
                if (key.equals("D")) {
                    define(value, properties);
                } else {
                    options.put(key, value);
                }
            }
        }
        return new MavenCall(root, properties, options);
    }

    private static void define(String text, Map<String, String> properties) {
        int equals = text.indexOf('=');
        properties.put(
                equals < 0 ? text.strip() : text.substring(0, equals).strip(),
                equals < 0 ? "true" : text.substring(equals + 1).strip());
    }

    /** Maven 3.9 reads one argument a line, earlier versions split at spaces: both ways of writing are understood. */
    private static List<String> arguments(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split("\\s+(?=['\"]?-)")))
                .map(argument -> argument.replace("\"", "").replace("'", "").strip())
                .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES ? Files.readAllLines(file) : List.of();
    }

    private static Path rootOf(Path directory) {
        for (var folder = directory; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return directory;
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(options.get(option))
                .filter(value -> !value.isEmpty())
                .map(directory::resolve);
    }

    boolean offline() {
        return options.containsKey("o");
    }

    /** Profiles that {@code -P} names; those with {@code !} or {@code -} before them are switched off. */
    public List<String> profiles() {
        return Stream.of(options.getOrDefault("P", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public Properties userProperties() {
        var user = new Properties();
        properties.forEach((name, value) -> user.setProperty(name, Objects.requireNonNull(value)));
        return user;
    }
}
