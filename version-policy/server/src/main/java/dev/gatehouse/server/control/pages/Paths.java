package dev.gatehouse.server.control.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as parts of a path. */
final class Paths {
    private Paths() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
