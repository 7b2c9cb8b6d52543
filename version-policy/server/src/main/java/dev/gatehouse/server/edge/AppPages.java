package dev.gatehouse.server.edge;

import dev.gatehouse.server.edge.count.Via;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Held;
import dev.gatehouse.server.http.Answer;
import dev.gatehouse.server.http.Asked;
import dev.gatehouse.server.http.Problem;
import dev.gatehouse.server.http.Target;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /v1/apps/APP/PLATFORM/policy} and {@code …/check}: what apps ask themselves. */
final class AppPages {
    static final String ROOT = "/v1/apps/";
    private static final String USUAL_CHANNEL = "stable";

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

    private final Documents documents;
    private final InstantSource clock;

    AppPages(Documents documents, InstantSource clock) {
        this.documents = documents;
        this.clock = clock;
    }

    Answer answer(Asked asked, Target target) {
        var segments = target.segments();
        if (segments.isEmpty()) {
            return EdgeSite.BAD_TARGET;
        }
        // "v1", "apps", app, platform, page
        var parts = segments.get();
        if (parts.size() != 5) {
            return EdgeSite.NOT_FOUND;
        }
        var page = parts.get(4);
        if (!page.equals("policy") && !page.equals("check")) {
            return EdgeSite.NOT_FOUND;
        }
        var channel =
                target.parameter("channel").filter(name -> !name.isEmpty()).orElse(USUAL_CHANNEL);
        var held = documents.find(parts.get(2), parts.get(3), channel);
        if (held.isEmpty()) {
            return UNKNOWN_APP;
        }
        return page.equals("policy") ? policy(held.get(), asked) : check(held.get(), asked, target);
    }

    private Answer policy(Held held, Asked asked) {
        var version = asked.header(Gateways.VERSION);
        if (version != null) {
            // an app that decides by itself may say what it is, to be counted
            Versions.read(version).ifPresent(read -> {
                var status = held.decisions(clock.millis()).status(read);
                held.tally().count(read, status, Via.POLICY);
            });
        }
        return held.envelope().answer(asked.header("if-none-match"), asked.header("accept-encoding"));
    }

    private Answer check(Held held, Asked asked, Target target) {
        var version = Optional.of(target).flatMap(it -> it.parameter("version")).flatMap(Versions::read);
        if (version.isEmpty()) {
            return UNREADABLE_VERSION;
        }
        var decisions = held.decisions(clock.millis());
        var status = decisions.status(version.get());
        held.tally().count(version.get(), status, Via.CHECK);
        return decisions.check(status, asked.header("accept-language"));
    }
}
