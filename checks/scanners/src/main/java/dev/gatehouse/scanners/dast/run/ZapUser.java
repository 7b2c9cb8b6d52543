package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One whom ZAP knows how to log in, again whenever a session expires.
 *
 * @param id its number
 */
record ZapUser(Session session, Method method, String id) {
    private static final Pattern LOCATION = Pattern.compile("(?im)^Location:[ \\t]*(\\S+)");

    /**
     * How ZAP logs in.
     *
     * @param loggedIn pattern that only answers to a logged-in visitor match
     * @param loggedOut pattern that only answers to others match; empty when there is none
     */
    record Method(String name, String parameters, String loggedIn, String loggedOut) {}

    static ZapUser of(Session session, Method method, String username, String password) throws ZapException {
        var api = session.zap().api();
        var context = session.context();
        api.action(
                "authentication",
                "setAuthenticationMethod",
                Map.of(
                        "contextId",
                        context,
                        "authMethodName",
                        method.name(),
                        "authMethodConfigParams",
                        method.parameters()));
        api.action(
                "authentication",
                "setLoggedInIndicator",
                Map.of("contextId", context, "loggedInIndicatorRegex", method.loggedIn()));
        if (!method.loggedOut().isEmpty()) {
            api.action(
                    "authentication",
                    "setLoggedOutIndicator",
                    Map.of("contextId", context, "loggedOutIndicatorRegex", method.loggedOut()));
        }
        var user = api.action("users", "newUser", Map.of("contextId", context, "name", Session.NAME))
                .path("userId")
                .asText();
        api.action(
                "users",
                "setAuthenticationCredentials",
                Map.of(
                        "contextId",
                        context,
                        "userId",
                        user,
                        "authCredentialsConfigParams",
                        parameters("username", username, "password", password)));
        api.action("users", "setUserEnabled", Map.of("contextId", context, "userId", user, "enabled", true));
        return new ZapUser(session, method, user);
    }

    /**
     * Logs in, and believes it only when the answer matches the pattern or, as after a redirect, a page that the user then asks for.
     * ZAP itself takes for logged in whoever gets an answer that does not match the pattern of logged-out visitors.
     */
    boolean logsIn() throws ZapException {
        var answer = session.zap()
                .api()
                .action("users", "authenticateAsUser", Map.of("contextId", session.context(), "userId", id));
        if (!answer.has("responseHeader")) {
            return false; // nothing was sent
        }
        return isOfLoggedIn(answer) || isOfLoggedIn(page(pageAfter(answer)));
    }

    private boolean isOfLoggedIn(JsonNode message) {
        return Pattern.compile(method.loggedIn())
                .matcher(message.path("responseHeader").asText()
                        + "\n"
                        + message.path("responseBody").asText())
                .find();
    }

    /** Where the answer leads to, if that is of the application. */
    private URI pageAfter(JsonNode answer) {
        var target = session.target();
        var asked = answer.path("requestHeader").asText().split(" ", 3);
        var location = LOCATION.matcher(answer.path("responseHeader").asText());
        if (asked.length < 3 || !location.find()) {
            return target;
        }
        try {
            var page = URI.create(asked[1]).resolve(location.group(1));
            return target.getRawAuthority().equals(page.getRawAuthority()) ? page : target;
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    private JsonNode page(URI address) throws ZapException {
        var api = session.zap().api();
        api.action("forcedUser", "setForcedUser", Map.of("contextId", session.context(), "userId", id));
        api.action("forcedUser", "setForcedUserModeEnabled", Map.of("boolean", true));
        try {
            return session.open(address).path(0);
        } finally {
            api.action("forcedUser", "setForcedUserModeEnabled", Map.of("boolean", false));
        }
    }

    /** Names and values as ZAP takes them within one parameter. */
    static String parameters(String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }
}
