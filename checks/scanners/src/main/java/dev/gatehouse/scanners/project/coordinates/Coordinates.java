package dev.gatehouse.scanners.project.coordinates;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a library as Maven does.
 *
 * @param classifier empty when it has none
 * @param type file extension, usually {@code jar}
 */
public record Coordinates(String group, String artifact, String version, String classifier, String type) {
    private static final Pattern SAFE = Pattern.compile("[\\w.+~-]+", Pattern.UNICODE_CHARACTER_CLASS);

    public static Coordinates jar(String group, String artifact, String version) {
        return new Coordinates(group, artifact, version, "", "jar");
    }

    /** The package URL (purl specification, type {@code maven}); the type {@code jar} is left out as its default. */
    public String purl() {
        var purl = new StringBuilder("pkg:maven/")
                .append(encoded(group))
                .append('/')
                .append(encoded(artifact))
                .append('@')
                .append(encoded(version));
        char separator = '?';
        if (!classifier.isEmpty()) {
            purl.append(separator).append("classifier=").append(encoded(classifier));
            separator = '&';
        }
        if (!type.equals("jar")) {
            purl.append(separator).append("type=").append(encoded(type));
        }
        return purl.toString();
    }

    /** Reads a package URL of type {@code maven} that has a version; empty for any other text. */
    public static Optional<Coordinates> ofPurl(String purl) {
        if (!purl.startsWith("pkg:maven/")) {
            return Optional.empty();
        }
        var text = purl.substring("pkg:maven/".length()).split("#", 2)[0];
        var nameAndQualifiers = text.split("\\?", 2);
        var nameAndVersion = nameAndQualifiers[0].split("@", 2);
        var groupAndArtifact = nameAndVersion[0].split("/", -1);
        if (nameAndVersion.length != 2 || groupAndArtifact.length != 2) {
            return Optional.empty();
        }
        var qualifiers = nameAndQualifiers.length == 2 ? nameAndQualifiers[1] : "";
        try {
            return Optional.of(new Coordinates(
                    decoded(groupAndArtifact[0]),
                    decoded(groupAndArtifact[1]),
                    decoded(nameAndVersion[1]),
                    qualifier(qualifiers, "classifier", ""),
                    qualifier(qualifiers, "type", "jar")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where it is in a Maven repository; empty when a part of the name cannot be part of a file name. */
    public Optional<Path> fileIn(Path repository) {
        if (!isSafe()) {
            return Optional.empty();
        }
        try {
            var name = artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + type;
            return Optional.of(repository
                    .resolve(group.replace('.', '/'))
                    .resolve(artifact)
                    .resolve(version)
                    .resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether every part can be part of a file name without leaving its folder. */
    public boolean isSafe() {
        return Arrays.asList(group, artifact, version, type).stream().allMatch(Coordinates::isSafe)
                && (classifier.isEmpty() || isSafe(classifier));
    }

    private static boolean isSafe(String part) {
        return part.length() < 200
                && !part.contains("..")
                && !part.startsWith(".")
                && SAFE.matcher(part).matches();
    }

    private static String qualifier(String qualifiers, String key, String otherwise) {
        return Arrays.stream(qualifiers.split("&", -1))
                .filter(pair -> pair.startsWith(key + "="))
                .map(pair -> decoded(pair.substring(key.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
