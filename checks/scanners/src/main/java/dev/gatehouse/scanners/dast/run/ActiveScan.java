package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.zap.ZapApi;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The attack. A scan that was stopped, that hit its limit or that had no rules says 100 % like any other: what counts is
 * whether each rule came to its end.
 */
final class ActiveScan {
    private static final int PAUSE_MILLIS = 500;
    private static final int ROUNDS_PER_FETCH = 4;

    private final Session session;
    private final Alerts alerts;
    private final Outcome outcome;
    private final Progress progress;

    ActiveScan(Session session, Alerts alerts, Outcome outcome, Progress progress) {
        this.session = session;
        this.alerts = alerts;
        this.outcome = outcome;
        this.progress = progress;
    }

    /** One rule's state in ZAP's table. */
    private record RuleState(String name, String state, long requests) {
        boolean complete() {
            return state.startsWith("Complete");
        }
    }

    void run(Visitor visitor, Liveness application, Deadline deadline) throws ZapException {
        var api = session.zap().api();
        var scan = api.action(
                        "ascan",
                        visitor.scan(),
                        visitor.with(
                                session, Map.of("contextId", session.context(), "recurse", true, "inScopeOnly", true)))
                .elements()
                .next()
                .asText();
        boolean stopped = false;
        for (int round = 0; !isFinished(api, scan); round++) {
            tell(rulesSoFar(api, scan), deadline, percent(api, scan));
            if (round % ROUNDS_PER_FETCH == 0) {
                alerts.fetch();
                if (!stopped && !application.isAlive()) {
                    stopped = true;
                    outcome.ended(ScannerStatus.FAILED, "the application stopped answering during the scan");
                    api.action("ascan", "stop", Map.of("scanId", scan));
                }
            }
            if (!stopped && deadline.over()) {
                stopped = true;
                outcome.ended(
                        ScannerStatus.TIMED_OUT,
                        "the scan was stopped by its time limit before all rules were through (limits: minutes)");
                api.action("ascan", "stop", Map.of("scanId", scan));
            }
            Deadline.pause(PAUSE_MILLIS);
        }
        judge(rules(api, scan), progressOf(api, scan));
    }

    private void judge(List<RuleState> rules, int progressOfScan) {
        outcome.count("rules", rules.size());
        outcome.count("attacks", rules.stream().mapToLong(RuleState::requests).sum());
        var incomplete = rules.stream().filter(rule -> !rule.complete()).toList();
        for (var rule : incomplete) {
            outcome.missed(
                    "rule-incomplete",
                    rule.name(),
                    "the rule '%s' did not come to its end (%s)".formatted(rule.name(), rule.state()));
        }
        if (rules.isEmpty()) {
            outcome.ended(ScannerStatus.FAILED, "no rule ran, though ZAP says that the scan is complete");
        } else if (incomplete.isEmpty() && progressOfScan < 100) {
            outcome.missed(
                    "scan-incomplete",
                    session.target().toString(),
                    "ZAP ended the scan at %d %%".formatted(progressOfScan));
        }
    }

    private void tell(List<RuleState> rules, Deadline deadline, int percent) {
        long done = rules.stream().filter(RuleState::complete).count();
        long requests = rules.stream().mapToLong(RuleState::requests).sum();
        progress.at(
                "dast",
                "trying rules: %d of %d, %d requests, at most %s left"
                        .formatted(done, rules.size(), requests, deadline.inWords()),
                percent,
                100);
    }

    private static int percent(ZapApi api, String scan) throws ZapException {
        return api.view("ascan", "status", Map.of("scanId", scan))
                .path("status")
                .asInt();
    }

    private static boolean isFinished(ZapApi api, String scan) throws ZapException {
        return state(api, scan).path("state").asText().equals("FINISHED");
    }

    private static int progressOf(ZapApi api, String scan) throws ZapException {
        return state(api, scan).path("progress").asInt();
    }

    private static JsonNode state(ZapApi api, String scan) throws ZapException {
        for (var one : api.view("ascan", "scans", Map.of()).path("scans")) {
            if (one.path("id").asText().equals(scan)) {
                return one;
            }
        }
        throw new ZapException(ZapException.Kind.REFUSED, "", "ZAP does not know its own scan any more");
    }

    /** As {@link #rules}, while the scan runs: until it has counted its pages, ZAP stumbles over the question. */
    private static List<RuleState> rulesSoFar(ZapApi api, String scan) throws ZapException {
        try {
            return rules(api, scan);
        } catch (ZapException e) {
            if (e.kind() == ZapException.Kind.REFUSED) {
                return List.of();
            }
            throw e;
        }
    }

    /** The table of rules: name, number, quality, state, milliseconds, requests, alerts. */
    private static List<RuleState> rules(ZapApi api, String scan) throws ZapException {
        var rules = new ArrayList<RuleState>();
        for (var part :
                api.view("ascan", "scanProgress", Map.of("scanId", scan)).path("scanProgress")) {
            for (var plugin : part.path("HostProcess")) {
                var row = plugin.path("Plugin");
                rules.add(new RuleState(
                        row.path(0).asText(), row.path(3).asText(), row.path(5).asLong()));
            }
        }
        return rules;
    }
}
