package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.alert.Secrets;
import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An authentication script that logs in, run by ZAP. */
record LogInScript(Session session, Login.Script script) {

    /** Returns the number of ZAP's user who is logged in. */
    String logIn(Credentials credentials) throws ZapException {
        remove(session);
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
                                engine(),
                                "fileName",
                                script.file().toString()));
        var user = user(credentials);
        if (!user.logsIn()) {
            var error = lastError();
            throw failed(
                    error.isEmpty()
                            ? "neither what the script returned nor the page after it matches 'logged-in' (%s)"
                                    .formatted(script.loggedIn())
                            : new Secrets(credentials.secrets(script)).mask(error));
        }
        return user.id();
    }

    static void remove(Session session) throws ZapException {
        Session.remove(session.zap().api(), "script", "remove", Map.of("scriptName", Session.NAME));
    }

    private ZapUser user(Credentials credentials) throws ZapException {
        var method = new ZapUser.Method(
                "scriptBasedAuthentication",
                ZapUser.parameters("scriptName", Session.NAME),
                script.loggedIn(),
                script.loggedOut());
        try {
            return ZapUser.of(
                    session,
                    method,
                    credentials.value(script.usernameFrom()),
                    credentials.value(script.passwordFrom()));
        } catch (ZapException e) {
            if (e.code().equals("bad_script_format")) {
                var error = lastError();
                throw failed(
                        error.isEmpty()
                                ? "the script needs the functions authenticate, getRequiredParamsNames,"
                                        + " getOptionalParamsNames and getCredentialsParamsNames"
                                : error);
            }
            throw e;
        }
    }

    private ZapException failed(String why) {
        return new ZapException(
                ZapException.Kind.REFUSED,
                "log-in",
                "the log-in by %s did not work: %s".formatted(script.file().getFileName(), why));
    }

    /** The one that is asked for, else one for JavaScript, Graal's before others, for most scripts of ZAP's users are written for it. */
    private String engine() throws ZapException {
        var engines = StreamSupport.stream(
                        session.zap()
                                .api()
                                .view("script", "listEngines", Map.of())
                                .path("listEngines")
                                .spliterator(),
                        false)
                .map(engine -> Engine.of(engine.asText()))
                .toList();
        var fitting = script.engine().isEmpty()
                ? engines.stream().filter(Engine::isJavaScript)
                : engines.stream().filter(engine -> engine.isCalled(script.engine()));
        return fitting.reduce((one, other) -> other.name().equals("Graal.js") ? other : one)
                .map(Engine::whole)
                .orElseThrow(() -> new ZapException(
                        ZapException.Kind.REFUSED,
                        "",
                        "this ZAP has no script engine '%s', which the log-in needs; it has: %s"
                                .formatted(
                                        script.engine().isEmpty() ? "for JavaScript" : script.engine(),
                                        engines.isEmpty() ? "none" : String.join(", ", names(engines)))));
    }

    private static List<String> names(List<Engine> engines) {
        return engines.stream().map(Engine::whole).toList();
    }

    /** ZAP keeps a script's error, such as its line, apart from that of the call. Empty when there is none. */
    private String lastError() throws ZapException {
        for (var one :
                session.zap().api().view("script", "listScripts", Map.of()).path("listScripts")) {
            if (one.path("name").asText().equals(Session.NAME)) {
                return one.path("lastError").asText("");
            }
        }
        return "";
    }

    /**
     * A language that ZAP can run.
     *
     * @param whole as ZAP lists it: {@code LANGUAGE : NAME}
     */
    private record Engine(String whole, String language, String name) {
        static Engine of(String whole) {
            var parts = whole.split(" : ", 2);
            return new Engine(whole, parts[0], parts[parts.length - 1]);
        }

        boolean isJavaScript() {
            return language.equalsIgnoreCase("javascript") || language.equalsIgnoreCase("ecmascript");
        }

        boolean isCalled(String called) {
            return called.equals(whole) || called.equals(name);
        }
    }
}
