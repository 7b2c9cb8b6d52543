package dev.gatehouse.server.control.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the page of a method and a path such as {@code /api/v1/ledger/{sequence}}. */
public final class Router {
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> pattern, Page page) {}

    /** What a request led to. */
    public sealed interface Found {
        /** A page, and the request with the parts of its path. */
        record One(Page page, Request request) implements Found {}

        /** The path is known, but not with this method. */
        record OtherMethods(String allowed) implements Found {}

        /** Nothing is there. */
        record None() implements Found {}
    }

    public Router add(String method, String pattern, Page page) {
        routes.add(new Route(method, List.of(pattern.substring(1).split("/", -1)), page));
        return this;
    }

    public Found find(Request request) {
        var parts = request.target().segments().orElse(List.of());
        var method = request.method().equals("HEAD") ? "GET" : request.method();
        var allowed = new TreeSet<String>();
        for (var route : routes) {
            var found = match(route.pattern, parts);
            if (found != null && route.method.equals(method)) {
                return new Found.One(route.page, request.with(found));
            }
            if (found != null) {
                allowed.add(route.method);
            }
        }
        return allowed.isEmpty() ? new Found.None() : new Found.OtherMethods(String.join(", ", allowed));
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> parts) {
        if (pattern.size() != parts.size()) {
            return null;
        }
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            var wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                found.put(wanted.substring(1, wanted.length() - 1), parts.get(i));
            } else if (!wanted.equals(parts.get(i))) {
                return null;
            }
        }
        return found;
    }
}
