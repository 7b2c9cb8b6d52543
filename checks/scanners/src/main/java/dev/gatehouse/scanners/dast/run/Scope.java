package dev.gatehouse.scanners.dast.run;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that a scan may ask, as the patterns that ZAP's contexts take. Never more than the target's own host and port. */
final class Scope {
    private static final String ANYTHING = ".*";

    private Scope() {}

    /** The target itself is always among them: a scan starts there, and ZAP asks nothing that is out of scope. */
    static List<String> included(URI target, List<String> paths) {
        return paths.isEmpty()
                ? List.of(origin(target) + "(?:[/?#].*)?")
                : Stream.concat(Stream.of(target.getRawPath()), paths.stream())
                        .map(path -> origin(target) + pattern(path))
                        .toList();
    }

    static List<String> excluded(URI target, List<String> paths) {
        return paths.stream().map(path -> origin(target) + pattern(path)).toList();
    }

    /** As ZAP writes addresses: without the port that the scheme implies. */
    private static String origin(URI target) {
        boolean usual = target.getPort() == -1 || target.getPort() == ("https".equals(target.getScheme()) ? 443 : 80);
        var host = "%s://%s".formatted(target.getScheme(), target.getHost());
        return Pattern.quote(usual ? host : host + ":" + target.getPort());
    }

    /** {@code *} stands for anything; a query may follow. */
    private static String pattern(String path) {
        var middle = Arrays.stream(path.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(ANYTHING));
        return path.endsWith("*") ? middle : middle + "(?:[?#].*)?";
    }
}
