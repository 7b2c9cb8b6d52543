package dev.gatehouse.jenkins.release;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names files as Ant and Jenkins do: {@code *} and {@code ?} within a folder's name, {@code **} for any folders between,
 * a slash at the end for all below. Upper and lower case differ.
 */
final class AntPattern {
    private final Pattern pattern;

    AntPattern(String text) {
        var slashes = text.replace('\\', '/');
        var whole = slashes.endsWith("/") ? slashes + "**" : slashes;
        var regex = new StringBuilder();
        var names = whole.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            if (names[i].equals("**")) {
                regex.append(last ? ".*" : "(?:[^/]+/)*");
            } else {
                regex.append(ofName(names[i])).append(last ? "" : "/");
            }
        }
        pattern = Pattern.compile(regex.toString());
    }

    private static String ofName(String name) {
        var regex = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '*' -> regex.append("[^/]*");
                case '?' -> regex.append("[^/]");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /** @param file below the folder that the pattern is for */
    boolean matches(Path file) {
        return pattern.matcher(file.toString().replace('\\', '/')).matches();
    }
}
