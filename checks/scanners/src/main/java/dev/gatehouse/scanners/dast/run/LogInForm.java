package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.zap.ZapException;

/** A form that logs in. */
record LogInForm(Session session, Login.Form form) {

    /** Returns the number of ZAP's user who is logged in. */
    String logIn(Credentials credentials) throws ZapException {
        var target = session.target();
        var parameters = ZapUser.parameters(
                "loginUrl", target.resolve(form.path()).toString(),
                "loginPageUrl", target.resolve(form.page()).toString(),
                "loginRequestData", form.data());
        var user = ZapUser.of(
                session,
                new ZapUser.Method("formBasedAuthentication", parameters, form.loggedIn(), form.loggedOut()),
                credentials.value(form.usernameFrom()),
                credentials.value(form.passwordFrom()));
        if (!user.logsIn()) {
            throw new ZapException(
                    ZapException.Kind.REFUSED,
                    "log-in",
                    "the log-in did not work: neither the answer nor the page after it matches 'logged-in' (%s)"
                            .formatted(form.loggedIn()));
        }
        return user.id();
    }
}
