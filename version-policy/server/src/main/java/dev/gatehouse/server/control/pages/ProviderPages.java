package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.account.Doorkeeper;
import dev.gatehouse.server.control.account.Proof;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.oidc.Attempt;
import dev.gatehouse.server.control.oidc.Provider;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import dev.gatehouse.server.control.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in by a provider. Browsers are sent on by a page of ours and not by a redirect: the policy for forms would forbid
 * the way out, and a cookie for this site only would not be sent after a redirect that began at the provider.
 */
final class ProviderPages {
    /** Must be sent when the provider brings the browser back, so it is not as strict as a session's. */
    private static final String COOKIE = "__Host-gatehouse-oidc";

    private static final String FIELDS = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
    private static final String PURPOSE = "sign in by a provider";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_FIELD = 200;

    private final Renderer renderer;
    private final Provider provider;
    private final Doorkeeper doorkeeper;
    private final AccessOffice office;
    private final Seal seal;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Mistakes mistakes;

    ProviderPages(Renderer renderer, Provider provider, Pages.Doors doors, AccessOffice office, Mistakes mistakes) {
        this.renderer = renderer;
        this.provider = provider;
        this.doorkeeper = doors.doorkeeper();
        this.seal = doors.seal();
        this.random = doors.random();
        this.clock = doors.clock();
        this.office = office;
        this.mistakes = mistakes;
    }

    void into(Router router) {
        router.add("GET", "/login/oidc", this::leave);
        router.add("GET", "/login/oidc/callback", this::comeBack);
    }

    /** What the provider is called. */
    String label() {
        return provider.settings().label();
    }

    private Reply leave(Request request) {
        try {
            long expires = clock.millis() + PATIENCE.toMillis();
            var attempt = Attempt.begin(
                    random, field(request, "code"), field(request, "name"), field(request, "fullName"), expires);
            return onward(provider.authorization(attempt), label())
                    .with(
                            "set-cookie",
                            COOKIE + "=" + seal.seal(attempt.bytes(), PURPOSE) + FIELDS + PATIENCE.toSeconds());
        } catch (Denied no) {
            return refused(no);
        }
    }

    private Reply comeBack(Request request) {
        try {
            var attempt = attempt(request);
            var code = request.query("code").filter(text -> !text.isEmpty());
            if (code.isEmpty()) {
                throw Denied.notSignedIn("%s did not let you in.".formatted(label()));
            }
            var identity = provider.identity(attempt, code.get());
            if (!attempt.invitation().isEmpty()) {
                office.accept(attempt.invitation(), attempt.name(), attempt.fullName(), new Proof.By(identity));
            }
            boolean whole = !provider.settings().secondStepHere();
            var cookie = doorkeeper.named(identity, whole);
            var half = doorkeeper.session(cookie).orElseThrow();
            var second = doorkeeper.hasSecondStep(half.account()) ? "/login/code" : "/login/authenticator";
            return onward(whole ? "/" : second, "Gatehouse")
                    .with("set-cookie", SignInPages.COOKIE + "=" + cookie + SignInPages.FIELDS)
                    .with("set-cookie", COOKIE + "=" + FIELDS + "0");
        } catch (RuntimeException no) {
            return refused(no);
        }
    }

    private Attempt attempt(Request request) {
        var attempt = request.cookie(COOKIE)
                .flatMap(this::unsealed)
                .filter(known -> known.expires() > clock.millis())
                .filter(known -> known.isState(request.query("state").orElse("")));
        return attempt.orElseThrow(
                () -> Denied.notSignedIn("This browser has not begun to sign in here, or too long ago: begin again."));
    }

    private Optional<Attempt> unsealed(String cookie) {
        try {
            return Optional.of(Attempt.read(seal.open(cookie, PURPOSE)));
        } catch (IllegalStateException forged) {
            return Optional.empty();
        }
    }

    private Reply onward(String address, String to) {
        return renderer.open("onward", "One moment", Map.of("address", address, "to", to), "", 200);
    }

    private Reply refused(RuntimeException no) {
        var told = mistakes.of(no);
        return renderer.open("login", "Sign in", Map.of("provider", label()), told.detail(), told.status());
    }

    private static String field(Request request, String name) {
        var text = request.query(name).orElse("").strip();
        return text.length() > LONGEST_FIELD ? "" : text;
    }
}
