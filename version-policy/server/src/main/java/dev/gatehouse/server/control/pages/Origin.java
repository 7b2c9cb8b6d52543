package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Request;

/** Forms come from our own pages: browsers say so in fields that no page can set. */
final class Origin {
    private Origin() {}

    static void check(Request request) {
        var site = request.header("sec-fetch-site");
        var origin = request.header("origin");
        boolean foreign = (!site.isEmpty() && !site.equals("same-origin") && !site.equals("none"))
                || (!origin.isEmpty() && !origin.replaceFirst("^https?://", "").equals(request.header("host")));
        if (foreign) {
            throw Denied.notAllowed("This form was sent from another site.");
        }
    }
}
