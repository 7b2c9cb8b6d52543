package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.account.Doorkeeper;
import dev.gatehouse.server.control.account.Proof;
import dev.gatehouse.server.control.account.SecondStep;
import dev.gatehouse.server.control.account.Session;
import dev.gatehouse.server.control.account.Totp;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import dev.gatehouse.server.control.web.Router;
import java.util.Map;
import java.util.Optional;

/** Signing in: password, then authenticator; an account without one sets it up before anything else. */
final class SignInPages {
    /** Only ever sent to this host, over TLS or to this machine, and never to scripts. */
    static final String COOKIE = "__Host-gatehouse";

    static final String FIELDS = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private final Renderer renderer;
    private final Doorkeeper doorkeeper;
    private final SecondStep secondStep;
    private final AccessOffice office;
    private final Mistakes mistakes;
    private final Optional<ProviderPages> provider;

    SignInPages(
            Renderer renderer,
            Doorkeeper doorkeeper,
            SecondStep secondStep,
            AccessOffice office,
            Mistakes mistakes,
            Optional<ProviderPages> provider) {
        this.renderer = renderer;
        this.doorkeeper = doorkeeper;
        this.secondStep = secondStep;
        this.office = office;
        this.mistakes = mistakes;
        this.provider = provider;
    }

    void into(Router router) {
        router.add("GET", "/login", request -> login("", 200));
        router.add("POST", "/login", this::password);
        router.add("GET", "/login/code", request -> code(half(request), "", 200));
        router.add("POST", "/login/code", this::secondStep);
        router.add("GET", "/login/authenticator", request -> authenticator(half(request), "", 200));
        router.add("POST", "/login/authenticator", this::setAuthenticator);
        router.add("GET", "/welcome", request -> welcome(request.query("code").orElse(""), "", 200));
        router.add("POST", "/welcome", this::makeAccount);
        provider.ifPresent(known -> known.into(router));
        router.add("POST", "/logout", request -> {
            request.cookie(COOKIE).flatMap(doorkeeper::session).ifPresent(doorkeeper::out);
            return Reply.seeOther("/login").with("set-cookie", COOKIE + "=" + FIELDS + "; Max-Age=0");
        });
    }

    private Reply login(String message, int status) {
        return renderer.open("login", "Sign in", Map.of("provider", label()), message, status);
    }

    /** What the provider is called; empty when there is none. */
    private String label() {
        return provider.map(ProviderPages::label).orElse("");
    }

    private Reply code(Session half, String message, int status) {
        return renderer.open("code", "Second step", Map.of("account", half.account()), message, status);
    }

    private Reply welcome(String code, String message, int status) {
        return renderer.open(
                "welcome", "Make your account", Map.of("code", code, "provider", label()), message, status);
    }

    private Reply authenticator(Session half, String message, int status) {
        var sealed = secondStep.propose(half.account());
        return authenticator(half, sealed, message, status);
    }

    private Reply authenticator(Session half, String sealed, String message, int status) {
        var secret = secondStep.secret(half.account(), sealed);
        return renderer.open(
                "authenticator",
                "Set up your authenticator",
                Map.of(
                        "sealed",
                        sealed,
                        "secret",
                        Totp.base32(secret),
                        "qr",
                        QrCode.of(Totp.uri(half.account(), secret))),
                message,
                status);
    }

    private Reply password(Request request) {
        var form = request.form();
        try {
            var cookie =
                    doorkeeper.password(form.text("name"), form.find("password").orElse(""), request.peer());
            var half = doorkeeper.session(cookie).orElseThrow();
            return signedIn(hasAuthenticator(half) ? "/login/code" : "/login/authenticator", cookie);
        } catch (Denied no) {
            return login(String.valueOf(no.getMessage()), no.status());
        }
    }

    private Reply secondStep(Request request) {
        var half = half(request);
        try {
            return signedIn("/", doorkeeper.code(half, request.form().text("code"), request.peer()));
        } catch (Denied no) {
            return code(half, String.valueOf(no.getMessage()), no.status());
        }
    }

    private Reply setAuthenticator(Request request) {
        var half = half(request);
        if (hasAuthenticator(half)) {
            throw Denied.notAllowed("This account has an authenticator already.");
        }
        var sealed = request.form().text("sealed");
        var codes = secondStep.set(half.account(), sealed, request.form().text("code"));
        if (codes.isEmpty()) {
            return authenticator(
                    half, sealed, "The code is wrong: type the one that the authenticator shows now.", 400);
        }
        var cookie = doorkeeper.whole(half);
        return renderer.open("recovery", "Recovery codes", Map.of("codes", codes), "", 200)
                .with("set-cookie", COOKIE + "=" + cookie + FIELDS);
    }

    private Reply makeAccount(Request request) {
        var form = request.form();
        try {
            var password = form.find("password").orElse("");
            var account = office.accept(
                    form.text("code"), form.text("name"), form.text("fullName"), new Proof.Password(password));
            return signedIn("/login/authenticator", doorkeeper.password(account.name(), password, request.peer()));
        } catch (RuntimeException e) {
            var told = mistakes.of(e);
            return welcome(form.text("code"), told.detail(), told.status());
        }
    }

    private boolean hasAuthenticator(Session half) {
        return doorkeeper.hasSecondStep(half.account());
    }

    private Session half(Request request) {
        return request.cookie(COOKIE)
                .flatMap(doorkeeper::session)
                .filter(session -> !session.whole())
                .orElseThrow(() -> Denied.notSignedIn("Sign in with your password first."));
    }

    private static Reply signedIn(String next, String cookie) {
        return Reply.seeOther(next).with("set-cookie", COOKIE + "=" + cookie + FIELDS);
    }
}
