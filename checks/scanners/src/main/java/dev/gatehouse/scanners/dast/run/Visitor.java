package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As whom a scan asks.
 *
 * @param user number of ZAP's user; none for a visitor who is not logged in, or is by a header
 */
record Visitor(@Nullable String user) {

    /** Logs in, and refuses to go on as a stranger when that does not work. */
    static Visitor of(Session session, @Nullable Login login, Credentials credentials) throws ZapException {
        if (login instanceof Login.Header header) {
            LogInHeader.set(session, header.name(), credentials.value(header.valueFrom()));
            return new Visitor(null);
        }
        if (login instanceof Login.Form form) {
            return new Visitor(new LogInForm(session, form).logIn(credentials));
        }
        if (login instanceof Login.Script script) {
            return new Visitor(new LogInScript(session, script).logIn(credentials));
        }
        return new Visitor(null);
    }

    /** Takes the header or the script out of ZAP again. */
    static void forget(Session session, @Nullable Login login) throws ZapException {
        if (login instanceof Login.Script) {
            LogInScript.remove(session);
        }
        // a script, too, may have set the header
        if (login instanceof Login.Header || login instanceof Login.Script) {
            LogInHeader.clear(session);
        }
    }

    /** The call's name and parameters for this visitor: ZAP has one for users and one for strangers. */
    String scan() {
        return user == null ? "scan" : "scanAsUser";
    }

    Map<String, Object> with(Session session, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        if (user != null) {
            all.put("contextId", session.context());
            all.put("userId", user);
        }
        return all;
    }
}
