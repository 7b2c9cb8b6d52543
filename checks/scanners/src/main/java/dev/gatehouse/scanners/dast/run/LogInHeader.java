package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.List;
import java.util.Map;

/**
 * The header that ZAP adds to all that it sends to the host. What its environment says in variables of these names it forgets with
 * every new session, so they are set by its API.
 */
final class LogInHeader {
    private static final String SITE = "ZAP_AUTH_HEADER_SITE";
    private static final String NAME = "ZAP_AUTH_HEADER";
    private static final String VALUE = "ZAP_AUTH_HEADER_VALUE";

    private LogInHeader() {}

    static void set(Session session, String name, String value) throws ZapException {
        setVariable(session, SITE, session.target().getHost());
        setVariable(session, NAME, name);
        setVariable(session, VALUE, value);
    }

    static void clear(Session session) throws ZapException {
        for (var variable : List.of(VALUE, NAME, SITE)) {
            Session.remove(session.zap().api(), "script", "clearGlobalVar", Map.of("varKey", variable));
        }
    }

    private static void setVariable(Session session, String variable, String value) throws ZapException {
        session.zap().api().action("script", "setGlobalVar", Map.of("varKey", variable, "varValue", value));
    }
}
