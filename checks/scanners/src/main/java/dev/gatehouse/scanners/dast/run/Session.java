package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Mode;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapApi;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A fresh session of ZAP with a context that is the scan's scope, in <em>protect</em> mode, so that nothing out of scope is
 * attacked whatever a page links to.
 *
 * @param context number of the context
 */
record Session(Zap zap, URI target, String context) {
    static final String NAME = "gatehouse";

    static Session open(Zap zap, URI target, DastSettings settings) throws ZapException {
        var api = zap.api();
        api.action("core", "newSession", Map.of("overwrite", true));
        var context = api.action("context", "newContext", Map.of("contextName", NAME))
                .path("contextId")
                .asText();
        for (var pattern : Scope.included(target, settings.include())) {
            api.action("context", "includeInContext", Map.of("contextName", NAME, "regex", pattern));
        }
        for (var pattern : Scope.excluded(target, settings.exclude())) {
            api.action("context", "excludeFromContext", Map.of("contextName", NAME, "regex", pattern));
        }
        api.action("core", "setMode", Map.of("mode", "protect"));
        limit(api, settings);
        return new Session(zap, target, context);
    }

    private static void limit(ZapApi api, DastSettings settings) throws ZapException {
        var limits = settings.limits();
        option(api, "spider", "MaxDuration", minutes(limits.spider()));
        // one deep tree or one wide page must not eat the limit of addresses alone
        option(api, "spider", "MaxDepth", 20);
        option(api, "spider", "MaxChildren", Math.min(limits.addresses(), 1000));
        option(api, "spider", "PostForm", settings.mode() != Mode.BASELINE);
        option(api, "spider", "ThreadCount", 2);
        option(api, "ascan", "MaxScanDurationInMins", minutes(limits.whole()));
        option(api, "ascan", "MaxRuleDurationInMins", minutes(limits.rule()));
        option(api, "ascan", "ThreadPerHost", 4);
        api.action(
                "network",
                "setConnectionTimeout",
                Map.of("timeout", limits.answer().toSeconds()));
        if (settings.requestsPerSecond() > 0) {
            remove(api, "network", "removeRateLimitRule", Map.of("description", NAME));
            api.action(
                    "network",
                    "addRateLimitRule",
                    Map.of(
                            "description",
                            NAME,
                            "enabled",
                            true,
                            "matchRegex",
                            true,
                            "matchString",
                            ".*",
                            "requestsPerSecond",
                            settings.requestsPerSecond(),
                            "groupBy",
                            "host"));
        }
    }

    /** Has ZAP open a page; the answer is empty or missing when there was none. */
    JsonNode open(URI address) throws ZapException {
        return zap.api()
                .action("core", "accessUrl", Map.of("url", address.toString(), "followRedirects", false))
                .path("accessUrl");
    }

    /**
     * Takes out of ZAP what outlives a session: the throttle, and the header and the script that log in. A ZAP that runs on must not
     * go on sending somebody's credentials.
     */
    void leave(DastSettings settings) throws ZapException {
        if (settings.requestsPerSecond() > 0) {
            remove(zap.api(), "network", "removeRateLimitRule", Map.of("description", NAME));
        }
        Visitor.forget(this, settings.login());
    }

    /** Removes something of ours that may not be there. */
    static void remove(ZapApi api, String component, String action, Map<String, String> what) throws ZapException {
        try {
            api.action(component, action, what);
        } catch (ZapException e) {
            if (e.kind() != ZapException.Kind.REFUSED) {
                throw e;
            }
        }
    }

    private static void option(ZapApi api, String component, String name, Object value) throws ZapException {
        var parameter = value instanceof Boolean ? "Boolean" : "Integer";
        api.action(component, "setOption" + name, Map.of(parameter, value));
    }

    private static long minutes(Duration limit) {
        return Math.max(1, limit.toMinutes());
    }
}
