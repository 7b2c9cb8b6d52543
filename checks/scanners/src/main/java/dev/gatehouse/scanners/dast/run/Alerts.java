package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.scanners.dast.zap.ZapApi;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts, fetched in pages while the scan goes on, each with its request: a ZAP that died has lost all that was not asked for.
 */
public final class Alerts {
    private static final int PAGE = 100;

    private final ZapApi api;
    private final String site;
    private final List<JsonNode> seen = new ArrayList<>();
    private final Map<Integer, JsonNode> messages = new HashMap<>();

    /** Alerts of one site, such as {@code http://127.0.0.1:8080}. */
    Alerts(ZapApi api, String site) {
        this.api = api;
        this.site = site;
    }

    /** Gets what came since the last time; ZAP counts alerts from 1. */
    void fetch() throws ZapException {
        while (true) {
            var page = api.view("alert", "alerts", Map.of("baseurl", site, "start", seen.size() + 1, "count", PAGE))
                    .path("alerts");
            for (var alert : page) {
                seen.add(alert);
                keepMessage(alert.path("messageId").asInt());
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private void keepMessage(int number) throws ZapException {
        if (number > 0 && !messages.containsKey(number)) {
            try {
                messages.put(
                        number,
                        api.view("core", "message", Map.of("id", number)).path("message"));
            } catch (ZapException e) {
                if (e.kind() != ZapException.Kind.REFUSED) {
                    throw e;
                }
                messages.put(number, MissingNode.getInstance());
            }
        }
    }

    public List<JsonNode> all() {
        return List.copyOf(seen);
    }

    /** The request and answer behind an alert, if ZAP still had it. */
    public Optional<JsonNode> message(int number) {
        return Optional.ofNullable(messages.get(number)).filter(message -> !message.isMissingNode());
    }
}
