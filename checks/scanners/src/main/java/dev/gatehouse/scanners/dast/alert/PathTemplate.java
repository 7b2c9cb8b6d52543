package dev.gatehouse.scanners.dast.alert;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes {@code /orders/{id}} of {@code /orders/4711}: what names one thing among many is not part of the place. */
final class PathTemplate {
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
                    + "|(?=.*\\d)[0-9a-fA-F]{12,}|(?=.*\\d)(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{16,}");

    private PathTemplate() {}

    /** The template of an address as ZAP tells it, which need not be a valid one. */
    static String of(String url) {
        return Arrays.stream(path(url).split("/", -1))
                .map(segment -> segment.split(";", 2)[0])
                .map(segment -> IDENTIFIER.matcher(segment).matches() ? "{id}" : segment)
                .collect(Collectors.joining("/"));
    }

    private static String path(String url) {
        try {
            var path = URI.create(url).getRawPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException e) {
            var rest = url.replaceFirst("^[a-z]+://[^/?#]*", "").split("[?#]", 2)[0];
            return rest.isEmpty() ? "/" : rest;
        }
    }
}
