package dev.gatehouse.scanners.endpoint;

import java.util.Arrays;
import java.util.List;

/**
 * A path and the class that answers it.
 *
 * @param path as the code has it: {@code {…}} and {@code *} stand for anything
 * @param className binary name
 * @param how the code says so, for people
 */
record Endpoint(String path, String className, String how) {

    /** Whether a path template of the running application ends with this path. */
    boolean answers(String template) {
        var own = segments(path);
        var asked = segments(template);
        if (own.isEmpty() || own.size() > asked.size()) {
            return false;
        }
        var end = asked.subList(asked.size() - own.size(), asked.size());
        for (int i = 0; i < own.size(); i++) {
            if (!isAnything(own.get(i)) && !own.get(i).equals(end.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnything(String segment) {
        return segment.startsWith("{") || segment.startsWith(":");
    }

    /** Segments with something in them; what {@code /*} at the end stands for is not part of it. */
    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty() && !segment.equals("*") && !segment.equals("**"))
                .toList();
    }
}
