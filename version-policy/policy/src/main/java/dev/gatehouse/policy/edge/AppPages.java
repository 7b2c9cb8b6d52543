package dev.gatehouse.policy.edge;

import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.Problem;
import dev.gatehouse.policy.edge.http.Target;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /v1/apps/APP/PLATFORM/policy} and {@code …/check}: what apps ask themselves. */
public final class AppPages {
    public static final String ROOT = "/v1/apps/";
    /** The field in which a client says which version it is. */
    public static final String VERSION = "x-app-version";

    public static final Answer NOT_FOUND =
            new Problem(404, "not-found", "Not found", "There is nothing at this address.").answer();

    private static final String USUAL_CHANNEL = "stable";
    private static final Answer BAD_TARGET = new Problem(
                    400, "bad-target", "Bad address", "The address holds a percent sign that is no UTF-8 escape.")
            .answer();
    private static final Answer UNKNOWN_APP = new Problem(
                    404,
                    "unknown-app",
                    "Unknown app, platform or channel",
                    "There is no client version policy for this app, platform and channel.")
            .answer();
    private static final Answer UNREADABLE_VERSION = new Problem(
                    400,
                    "unreadable-version",
                    "Unreadable version",
                    "Give ?version= as 4.3.0, 4.3, 4.3.0.1187, 4.3.0 (1187) or 4.3.0-rc.1, percent-encoded.")
            .answer();

    private final Shelf shelf;
    private final InstantSource clock;

    public AppPages(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** The answer to a GET of a target below {@link #ROOT}. */
    public Answer answer(Asked asked) {
        var target = Target.of(asked.target());
        var segments = target.segments();
        if (segments.isEmpty()) {
            return BAD_TARGET;
        }
        // "v1", "apps", app, platform, page
        var parts = segments.get();
        if (parts.size() != 5) {
            return NOT_FOUND;
        }
        var page = parts.get(4);
        if (!page.equals("policy") && !page.equals("check")) {
            return NOT_FOUND;
        }
        var channel =
                target.parameter("channel").filter(name -> !name.isEmpty()).orElse(USUAL_CHANNEL);
        var served = shelf.find(parts.get(2), parts.get(3), channel);
        if (served.isEmpty()) {
            return UNKNOWN_APP;
        }
        return page.equals("policy") ? policy(served.get(), asked) : check(served.get(), asked, target);
    }

    private Answer policy(Served served, Asked asked) {
        var version = asked.header(VERSION);
        if (version != null) {
            // an app that decides by itself may say what it is, to be counted
            Versions.read(version).ifPresent(read -> {
                var status = served.prepared().decisions(clock.millis()).status(read);
                served.asked(read, status, Served.Page.POLICY);
            });
        }
        return served.prepared().envelope().answer(asked.header("if-none-match"), asked.header("accept-encoding"));
    }

    private Answer check(Served served, Asked asked, Target target) {
        var version = Optional.of(target).flatMap(it -> it.parameter("version")).flatMap(Versions::read);
        if (version.isEmpty()) {
            return UNREADABLE_VERSION;
        }
        var decisions = served.prepared().decisions(clock.millis());
        var status = decisions.status(version.get());
        served.asked(version.get(), status, Served.Page.CHECK);
        return decisions.check(status, asked.header("accept-language"));
    }
}
