package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.settings.Mode;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Finds the addresses of the application. A spider that ends with 100 % may have reached nothing at all. */
final class Crawl {
    private static final int STARTS = 10;
    private static final int PAUSE_MILLIS = 400;
    private static final Pattern REFUSED = Pattern.compile("HTTP/\\S+ 40[13]\\b");

    private final Session session;
    private final Visitor visitor;
    private final DastSettings settings;
    private final Outcome outcome;
    private final Progress progress;

    Crawl(Session session, Visitor visitor, DastSettings settings, Outcome outcome, Progress progress) {
        this.session = session;
        this.visitor = visitor;
        this.settings = settings;
        this.outcome = outcome;
        this.progress = progress;
    }

    /** Whether there is something to scan. */
    boolean run(Deadline whole) throws ZapException {
        var first = session.open(session.target());
        if (first.isMissingNode() || first.isEmpty()) {
            outcome.ended(
                    ScannerStatus.FAILED, "the application did not answer %s through ZAP".formatted(session.target()));
            return false;
        }
        var head = first.path(0).path("responseHeader").asText("");
        if (settings.login() instanceof Login.Header && REFUSED.matcher(head).lookingAt()) {
            outcome.ended(
                    ScannerStatus.FAILED,
                    "the log-in did not work: %s answers with '%s'"
                            .formatted(
                                    session.target(), head.lines().findFirst().orElse("")));
            return false;
        }
        var openApi = settings.openApi();
        if (openApi != null) {
            new OpenApiSeed(session, settings.directory(), outcome).plant(openApi, settings.mode() != Mode.BASELINE);
        }
        spider(whole.within(settings.limits().spider()));
        var browser = settings.ajaxBrowser();
        if (browser != null) {
            new AjaxCrawl(session, visitor, browser, outcome, progress)
                    .run(whole.within(settings.limits().spider()));
        }
        return reachedSomething();
    }

    private void spider(Deadline deadline) throws ZapException {
        var api = session.zap().api();
        var scan = start();
        boolean stopped = false;
        while (!status(scan).equals("100")) {
            long found = addresses();
            progress.at(
                    "dast",
                    "finding addresses: %d requests, at most %s left".formatted(found, deadline.inWords()),
                    0,
                    0);
            if (!stopped && found > settings.limits().addresses()) {
                stopped = true;
                outcome.missed(
                        "too-many-addresses",
                        session.target().toString(),
                        "the spider was stopped after %d addresses; there are more (limits: addresses)"
                                .formatted(found));
                api.action("spider", "stop", Map.of("scanId", scan));
            }
            if (!stopped && deadline.over()) {
                stopped = true;
                outcome.missed(
                        "spider-limit",
                        session.target().toString(),
                        "the spider was stopped by its time limit (limits: spider-minutes)");
                api.action("spider", "stop", Map.of("scanId", scan));
            }
            Deadline.pause(PAUSE_MILLIS);
        }
        results(api.view("spider", "fullResults", Map.of("scanId", scan)).path("fullResults"));
    }

    /**
     * ZAP enters a page that it opened into its tree a little later, and whether it is in scope later still. In between it takes
     * the page for one out of scope and answers with an error of its own.
     */
    private String start() throws ZapException {
        var parameters = visitor.with(
                session, Map.of("url", session.target().toString(), "contextName", Session.NAME, "recurse", true));
        for (int attempt = 1; ; attempt++) {
            try {
                return session.zap()
                        .api()
                        .action("spider", visitor.scan(), parameters)
                        .elements()
                        .next()
                        .asText();
            } catch (ZapException e) {
                if (!e.code().equals("internal_error") || attempt == STARTS) {
                    throw e;
                }
                Deadline.pause(PAUSE_MILLIS);
            }
        }
    }

    private String status(String scan) throws ZapException {
        return session.zap()
                .api()
                .view("spider", "status", Map.of("scanId", scan))
                .path("status")
                .asText();
    }

    private long addresses() throws ZapException {
        return session.zap()
                .api()
                .view("core", "numberOfMessages", Map.of())
                .path("numberOfMessages")
                .asLong();
    }

    private void results(JsonNode results) {
        long unread = 0;
        long outside = 0;
        for (var part : results) {
            unread += part.path("urlsIoError").size();
            outside += part.path("urlsOutOfScope").size();
        }
        outcome.count("out of scope", outside);
        if (unread > 0) {
            outcome.missed(
                    "no-answer",
                    session.target().toString(),
                    "%d %s the spider asked for got no answer"
                            .formatted(unread, unread == 1 ? "address that" : "addresses that"));
        }
    }

    private boolean reachedSomething() throws ZapException {
        var urls = session.zap()
                .api()
                .view(
                        "core",
                        "urls",
                        Map.of("baseurl", session.target().resolve("/").toString()))
                .path("urls");
        long answered = StreamSupport.stream(urls.spliterator(), false).count();
        outcome.count("addresses", answered);
        outcome.count("requests", addresses());
        if (answered == 0) {
            outcome.ended(ScannerStatus.FAILED, "the spider reached nothing at %s".formatted(session.target()));
        }
        return answered > 0;
    }
}
