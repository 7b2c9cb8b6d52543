package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.Map;

/** Clicks through pages that scripts build, in a browser of ZAP's. A ZAP without a browser says that it is done at once. */
final class AjaxCrawl {
    private static final String COMPONENT = "ajaxSpider";
    private static final int PAUSE_MILLIS = 400;

    private final Session session;
    private final Visitor visitor;
    private final String browser;
    private final Outcome outcome;
    private final Progress progress;

    /** Clicks in this browser; ZAP chooses when the name is empty. */
    AjaxCrawl(Session session, Visitor visitor, String browser, Outcome outcome, Progress progress) {
        this.session = session;
        this.visitor = visitor;
        this.browser = browser;
        this.outcome = outcome;
        this.progress = progress;
    }

    void run(Deadline deadline) throws ZapException {
        var api = session.zap().api();
        if (!api.has(COMPONENT, "status")) {
            missed(
                    "no-ajax-spider",
                    "this ZAP has no AJAX spider, which 'ajax-spider' asks for; use a ZAP installation (zap: home or url)");
            return;
        }
        try {
            start();
            while (text("status").equals("running")) {
                progress.at("dast", "clicking through the pages, at most %s left".formatted(deadline.inWords()), 0, 0);
                if (deadline.over()) {
                    missed("spider-limit", "the AJAX spider was stopped by its time limit (limits: spider-minutes)");
                    api.action(COMPONENT, "stop", Map.of());
                    return;
                }
                Deadline.pause(PAUSE_MILLIS);
            }
        } catch (ZapException e) {
            if (e.kind() != ZapException.Kind.REFUSED) {
                throw e;
            }
            missed("ajax-spider", "the AJAX spider did not run: %s".formatted(e.getMessage()));
            return;
        }
        if (text("numberOfResults").equals("0")) {
            missed("ajax-spider", "the AJAX spider reached nothing: is there a browser where ZAP runs?");
        }
    }

    private void start() throws ZapException {
        var url = session.target().toString();
        if (!browser.isEmpty()) {
            session.zap().api().action(COMPONENT, "setOptionBrowserId", Map.of("String", browser));
        }
        if (visitor.user() == null) {
            session.zap()
                    .api()
                    .action(COMPONENT, "scan", Map.of("url", url, "inScope", true, "contextName", Session.NAME));
        } else {
            session.zap()
                    .api()
                    .action(
                            COMPONENT,
                            "scanAsUser",
                            Map.of("url", url, "contextName", Session.NAME, "userName", Session.NAME));
        }
    }

    private String text(String view) throws ZapException {
        return session.zap().api().view(COMPONENT, view, Map.of()).path(view).asText();
    }

    private void missed(String kind, String sentence) {
        outcome.missed(kind, session.target().toString(), sentence);
    }
}
