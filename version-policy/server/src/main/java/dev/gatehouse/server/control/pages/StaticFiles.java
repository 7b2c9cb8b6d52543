package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.web.Page;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Style, script and htmx, out of jars. */
final class StaticFiles {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    void into(Router router) {
        router.add("GET", "/static/app.css", file("app.css", "text/css; charset=utf-8"));
        router.add("GET", "/static/app.js", file("app.js", "text/javascript; charset=utf-8"));
        router.add("GET", "/static/icon.svg", file("icon.svg", "image/svg+xml"));
        router.add("GET", "/static/htmx.js", file(HTMX, "text/javascript; charset=utf-8"));
    }

    private static Page file(String name, String type) {
        try (var in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream(name), name)) {
            var bytes = in.readAllBytes();
            return request -> Reply.of(200, type, bytes).with("cache-control", "public, max-age=3600");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
