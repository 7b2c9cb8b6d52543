package dev.gatehouse.scanners.sca;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a package URL (package-url/purl-spec) that people read.
 *
 * @param version empty when it has none
 */
record Coordinates(@Nullable String group, String name, String version) {
    private static final Pattern PURL = Pattern.compile("pkg:[^/]+/(?:(.+)/)?([^/@]+)(?:@([^?#]*))?.*", Pattern.DOTALL);

    /** Anything that is no package URL is a name without version. */
    static Coordinates of(String purl) {
        var matcher = PURL.matcher(purl);
        if (!matcher.matches()) {
            return new Coordinates(null, purl, "");
        }
        return new Coordinates(
                decoded(matcher.group(1)), String.valueOf(decoded(matcher.group(2))), text(matcher.group(3)));
    }

    /** A package URL for a file that nothing identifies. */
    static String unidentified(String fileName) {
        var encoded =
                java.net.URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "pkg:generic/" + encoded;
    }

    /** Such as {@code log4j-core 2.14.1}. */
    String display() {
        return version.isEmpty() ? name : name + " " + version;
    }

    private static String text(@Nullable String value) {
        var decoded = decoded(value);
        return decoded == null ? "" : decoded;
    }

    private static @Nullable String decoded(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
