package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As whom a scan asks.
 *
 * @param user number of ZAP's user; none for a visitor who is not logged in, or is by a header
 */
record Visitor(@Nullable String user) {
    private static final String HEADER_SITE = "ZAP_AUTH_HEADER_SITE";
    private static final String HEADER_NAME = "ZAP_AUTH_HEADER";
    private static final String HEADER_VALUE = "ZAP_AUTH_HEADER_VALUE";

    /** Logs in, and refuses to go on as a stranger when that does not work. */
    static Visitor of(Session session, @Nullable Login login, Credentials credentials) throws ZapException {
        if (login instanceof Login.Header header) {
            sendHeader(session, header, credentials.value(header.valueFrom()));
            return new Visitor(null);
        }
        if (login instanceof Login.Form form) {
            var url = session.target().resolve(form.path()).toString();
            var parameters = "loginUrl=%s&loginPageUrl=%s&loginRequestData=%s"
                    .formatted(
                            encode(url),
                            encode(session.target().resolve(form.page()).toString()),
                            encode(form.data()));
            return logIn(
                    session,
                    "formBasedAuthentication",
                    parameters,
                    form.loggedIn(),
                    form.loggedOut(),
                    credentials.value(form.usernameFrom()),
                    credentials.value(form.passwordFrom()));
        }
        if (login instanceof Login.Script script) {
            Session.remove(session.zap().api(), "script", "remove", Map.of("scriptName", Session.NAME));
            checkEngine(session, script);
            session.zap()
                    .api()
                    .action(
                            "script",
                            "load",
                            Map.of(
                                    "scriptName",
                                    Session.NAME,
                                    "scriptType",
                                    "authentication",
                                    "scriptEngine",
                                    script.engine(),
                                    "fileName",
                                    script.file().toString()));
            return logIn(
                    session,
                    "scriptBasedAuthentication",
                    "scriptName=" + Session.NAME,
                    script.loggedIn(),
                    script.loggedOut(),
                    credentials.value(script.usernameFrom()),
                    credentials.value(script.passwordFrom()));
        }
        return new Visitor(null);
    }

    /** Takes the header or the script out of ZAP again. */
    static void forget(Session session, @Nullable Login login) throws ZapException {
        var api = session.zap().api();
        if (login instanceof Login.Header) {
            for (var variable : List.of(HEADER_VALUE, HEADER_NAME, HEADER_SITE)) {
                Session.remove(api, "script", "clearGlobalVar", Map.of("varKey", variable));
            }
        } else if (login instanceof Login.Script) {
            Session.remove(api, "script", "remove", Map.of("scriptName", Session.NAME));
        }
    }

    private static void checkEngine(Session session, Login.Script script) throws ZapException {
        var engines = new ArrayList<String>();
        session.zap()
                .api()
                .view("script", "listEngines", Map.of())
                .path("listEngines")
                .forEach(engine -> engines.add(engine.asText()));
        // as 'LANGUAGE : ENGINE'; either the whole or the engine names it
        if (engines.stream()
                .noneMatch(name -> name.equals(script.engine()) || name.endsWith(" : " + script.engine()))) {
            throw new ZapException(
                    ZapException.Kind.REFUSED,
                    "",
                    "this ZAP has no script engine '%s', which the log-in needs; it has: %s"
                            .formatted(script.engine(), engines.isEmpty() ? "none" : String.join(", ", engines)));
        }
    }

    /**
     * Has ZAP add the header to all that it sends to the host. What its environment says in variables of these names it forgets with
     * every new session, so they are set by its API.
     */
    private static void sendHeader(Session session, Login.Header header, String value) throws ZapException {
        set(session, HEADER_SITE, session.target().getHost());
        set(session, HEADER_NAME, header.name());
        set(session, HEADER_VALUE, value);
    }

    private static void set(Session session, String variable, String value) throws ZapException {
        session.zap().api().action("script", "setGlobalVar", Map.of("varKey", variable, "varValue", value));
    }

    private static Visitor logIn(
            Session session,
            String method,
            String parameters,
            String loggedIn,
            String loggedOut,
            String username,
            String password)
            throws ZapException {
        var api = session.zap().api();
        var context = session.context();
        api.action(
                "authentication",
                "setAuthenticationMethod",
                Map.of("contextId", context, "authMethodName", method, "authMethodConfigParams", parameters));
        api.action(
                "authentication",
                "setLoggedInIndicator",
                Map.of("contextId", context, "loggedInIndicatorRegex", loggedIn));
        if (!loggedOut.isEmpty()) {
            api.action(
                    "authentication",
                    "setLoggedOutIndicator",
                    Map.of("contextId", context, "loggedOutIndicatorRegex", loggedOut));
        }
        var user = api.action("users", "newUser", Map.of("contextId", context, "name", Session.NAME))
                .path("userId")
                .asText();
        api.action(
                "users",
                "setAuthenticationCredentials",
                Map.of(
                        "contextId", context,
                        "userId", user,
                        "authCredentialsConfigParams",
                                "username=%s&password=%s".formatted(encode(username), encode(password))));
        api.action("users", "setUserEnabled", Map.of("contextId", context, "userId", user, "enabled", true));
        var answer = api.action("users", "authenticateAsUser", Map.of("contextId", context, "userId", user));
        if (!answer.path("authSuccessful").asText().equals("true")) {
            throw new ZapException(
                    ZapException.Kind.REFUSED,
                    "log-in",
                    "the log-in did not work: no page after it matches 'logged-in' (%s)".formatted(loggedIn));
        }
        return new Visitor(user);
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
