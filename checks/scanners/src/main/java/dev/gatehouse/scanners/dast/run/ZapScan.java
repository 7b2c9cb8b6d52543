package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One scan of one application by one ZAP, from a fresh session to the last alert. */
public final class ZapScan {
    private final Zap zap;
    private final URI target;
    private final DastSettings settings;
    private final Credentials credentials;
    private final Outcome outcome;
    private final Progress progress;
    private final Alerts alerts;
    private String ruleSet = "";

    public ZapScan(
            Zap zap, URI target, DastSettings settings, Credentials credentials, Outcome outcome, Progress progress) {
        this.zap = zap;
        this.target = target;
        this.settings = settings;
        this.credentials = credentials;
        this.outcome = outcome;
        this.progress = progress;
        this.alerts = new Alerts(zap.api(), site(target));
    }

    /** Scans; whatever goes wrong is in the outcome, and what was found until then in {@link #alerts}. */
    public void run(Liveness application, Duration limit) {
        var whole = new Deadline(
                limit.compareTo(settings.limits().whole()) < 0
                        ? limit
                        : settings.limits().whole());
        try {
            steps(application, whole);
        } catch (ZapException e) {
            outcome.ended(ScannerStatus.FAILED, sentence(e, application));
        }
    }

    private void steps(Liveness application, Deadline whole) throws ZapException {
        var session = Session.open(zap, target, settings);
        try {
            steps(session, application, whole);
        } finally {
            leave(session);
        }
    }

    /** A ZAP that is gone has nothing to forget, and why the scan ended must not be hidden by it. */
    private void leave(Session session) {
        try {
            session.leave(settings);
        } catch (ZapException e) {
            outcome.note("ZAP could not be asked to forget the log-in and the throttle: " + e.getMessage());
        }
    }

    private void steps(Session session, Liveness application, Deadline whole) throws ZapException {
        var rules = Rules.choose(zap, settings);
        describe(rules);
        if (rules.isEmpty()) {
            outcome.ended(
                    ScannerStatus.FAILED,
                    "no rules are loaded, so nothing was looked for"
                            + (settings.rulesOnly().isEmpty()
                                            && settings.rulesOff().isEmpty()
                                    ? ""
                                    : "; 'rules' may leave none of this ZAP's"));
            return;
        }
        var visitor = Visitor.of(session, settings.login(), credentials);
        if (!new Crawl(session, visitor, settings, outcome, progress).run(whole)) {
            return;
        }
        PassiveQueue.drain(zap.api(), whole, outcome, progress);
        alerts.fetch();
        if (!rules.active().isEmpty()) {
            new ActiveScan(session, alerts, outcome, progress).run(visitor, application, whole);
        }
        PassiveQueue.drain(zap.api(), whole, outcome, progress);
        alerts.fetch();
        if (!application.isAlive()) {
            outcome.ended(ScannerStatus.FAILED, "the application does not answer any more at the end of the scan");
        }
    }

    private void describe(Rules rules) {
        outcome.note(
                zap.embedded()
                        ? "%d rules of Gatehouse's own ran on the ZAP that comes along; the full set of ZAP's rules needs a"
                                        .formatted(rules.active().size())
                                + " ZAP installation (--zap-home, --zap)."
                        : "%d active and %d passive rules of the ZAP installation ran."
                                .formatted(
                                        rules.active().size(), rules.passive().size()));
        ruleSet = IntStream.concat(
                        rules.active().stream().mapToInt(Integer::intValue),
                        rules.passive().stream().mapToInt(Integer::intValue))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private String sentence(ZapException e, Liveness application) {
        var words = zap.lastWords();
        if (!words.isEmpty()) {
            return "ZAP ended in the middle of the scan: " + String.join(" | ", words);
        }
        var message = String.valueOf(e.getMessage());
        return application.isAlive() ? message : message + "; the application does not answer either";
    }

    /** Names the rules that ran, for a digest. */
    public String ruleSet() {
        return ruleSet;
    }

    public Alerts alerts() {
        return alerts;
    }

    private static String site(URI target) {
        return "%s://%s%s"
                .formatted(target.getScheme(), target.getHost(), target.getPort() == -1 ? "" : ":" + target.getPort());
    }
}
