package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.gatehouse.findings.model.ScannerStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that show their pages only to whom they know, with the real daemon. */
@ExtendWith(SharedZap.class)
class LogInIT {
    private static final String PASSWORD = "open sesame";
    private static final Map<String, String> RIGHT = Map.of("U", "ada", "P", PASSWORD);
    private static final Map<String, String> WRONG = Map.of("U", "ada", "P", "wrong one");

    private static final String FORM = "login: {form: {path: /in, data: 'user={%username%}&password={%password%}',"
            + " username-from: U, password-from: P, logged-in: Sign out, logged-out: Sign in}}";
    private static final String SCRIPT =
            "login: {script: {file: %s, username-from: U, password-from: P, logged-in: Sign out, logged-out: Sign in}}";

    /** What every script of ZAP's for logging in begins with. */
    private static final String CREDENTIALS = """
            function getRequiredParamsNames() { return []; }
            function getOptionalParamsNames() { return []; }
            function getCredentialsParamsNames() { return ["username", "password"]; }
            """;

    private static SharedZap.Running zap;

    @BeforeAll
    static void start(SharedZap.Running running) {
        zap = running;
    }

    @Test
    void aLogInByFormThatExpiresIsRenewed() throws Exception {
        var application = new Members();
        try (var site = new Site(application)) {
            var scanned = scan(site, FORM, RIGHT);
            assertThat(scanned.alerts()).as(scanned.reason()).contains("960001 /echo?q=a");
            assertThat(application.logIns.get()).isGreaterThan(1);

            var refused = scan(site, FORM, WRONG);
            assertThat(refused.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(refused.reason())
                    .isEqualTo("the log-in did not work: neither the answer nor the page after it matches"
                            + " 'logged-in' (Sign out)");
        }
    }

    /** As most forms do; the answer itself matches neither pattern. */
    @Test
    void theAnswerToAFormMayLeadElsewhere() throws Exception {
        var members = new Members();
        try (var site = new Site(request -> {
            var answer = members.answer(request);
            if (!request.getRequestURI().getPath().equals("/in")
                    || !request.getRequestMethod().equals("POST")) {
                return answer;
            }
            var cookie = answer.headers().get("Set-Cookie");
            return cookie == null
                    ? Site.Answer.redirect("/in?again")
                    : Site.Answer.redirect("/home").with("Set-Cookie", cookie);
        })) {
            assertThat(scan(site, FORM, RIGHT).alerts()).contains("960001 /echo?q=a");
            var refused = scan(site, FORM, WRONG);
            assertThat(refused.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(refused.reason()).startsWith("the log-in did not work");
        }
    }

    @Test
    void aLogInByScriptThatExpiresIsRenewed() throws Exception {
        var application = new Members();
        try (var site = new Site(application)) {
            var login = script("form.js", site);
            var scanned = scan(site, login, RIGHT);
            assertThat(scanned.alerts()).as(scanned.reason()).contains("960001 /echo?q=a");
            assertThat(application.logIns.get()).isGreaterThan(1);

            var refused = scan(site, login, WRONG);
            assertThat(refused.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(refused.reason())
                    .isEqualTo("the log-in by in.js did not work: neither what the script returned nor the page after"
                            + " it matches 'logged-in' (Sign out)");
        }
    }

    /** ZAP sends the token, and forgets it with the script when the scan ends. */
    @Test
    void aScriptMayAskForATokenThatIsSentFromThenOn() throws Exception {
        try (var site = new Site(request -> {
            if (request.getRequestURI().getPath().equals("/in")) {
                return body(request).contains(PASSWORD)
                        ? Site.Answer.json("{\"token\": \"t0ken\", \"who\": \"Sign out\"}")
                        : Site.Answer.error(401, "{}");
            }
            return "Bearer t0ken".equals(request.getRequestHeaders().getFirst("Authorization"))
                    ? Site.Answer.html("Sign out <a href='/echo?q=a'>echo</a>" + Site.parameter(request, "q"))
                    : Site.Answer.html("Sign in");
        })) {
            var scanned = scan(site, script("token.js", site), RIGHT);
            assertThat(scanned.alerts()).as(scanned.reason()).contains("960001 /echo?q=a");
            assertThat(zap.opened(site.address().resolve("later"))).contains("Sign in");

            // its answer matches no pattern, which ZAP takes for a log-in that worked
            assertThat(scan(site, script("token.js", site), WRONG).status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(zap.zap().api().view("script", "listScripts", Map.of()).path("listScripts"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrongWithAScriptIsTold() throws Exception {
        try (var site = new Site(request -> Site.Answer.html("Sign in"))) {
            var throwing = CREDENTIALS + """
                    function authenticate(helper, parameters, credentials) {
                      throw "no way in for " + credentials.getParam("password");
                    }
                    """;
            assertThat(refusal(site, script(throwing)))
                    .startsWith("the log-in by in.js did not work: ")
                    .contains("no way in for ***", "line number");
            assertThat(refusal(site, script("function authenticate() {")))
                    .startsWith("the log-in by in.js did not work: missing }");
            assertThat(refusal(site, script("function authenticate() {}")))
                    .isEqualTo("the log-in by in.js did not work: the script needs the functions authenticate,"
                            + " getRequiredParamsNames, getOptionalParamsNames and getCredentialsParamsNames");
            assertThat(refusal(site, script("x = 1").replace("file: in.js", "file: in.js, engine: Zest")))
                    .isEqualTo("this ZAP has no script engine 'Zest', which the log-in needs; it has:"
                            + " javascript : rhino");
        }
    }

    /** A ZAP that somebody goes on to use must not go on to send the credentials of an earlier scan. */
    @Test
    void theHeaderThatLogsInIsForgottenAfterTheScan() throws Exception {
        try (var site = new Site(
                request -> "Bearer t0ken".equals(request.getRequestHeaders().getFirst("Authorization"))
                        ? Site.Answer.html(Site.parameter(request, "q") + "<a href='/echo?q=a'>echo</a>")
                        : Site.Answer.error(401, "{}"))) {
            var login = "login: {header: {value-from: TOKEN}}";
            var scanned = scan(site, login, Map.of("TOKEN", "Bearer t0ken"));
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.alerts()).contains("960001 /echo?q=a");
            assertThat(zap.opened(site.address().resolve("later"))).contains(" 401 ");

            var wrong = scan(site, login, Map.of("TOKEN", "Bearer other"));
            assertThat(wrong.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(wrong.reason()).startsWith("the log-in did not work").contains("401");
        }
    }

    private static String refusal(Site site, String login) throws Exception {
        var refused = scan(site, login, RIGHT);
        assertThat(refused.status()).isEqualTo(ScannerStatus.FAILED);
        return refused.reason();
    }

    private static SharedZap.Scanned scan(Site site, String login, Map<String, String> environment) {
        return zap.scan(site, "rules: {only: [960001]}, " + login, environment, Duration.ofMinutes(2));
    }

    /** Writes the script and returns the section that logs in by it. */
    private static String script(String text) throws IOException {
        Files.writeString(zap.folder().resolve("in.js"), text);
        return SCRIPT.formatted("in.js");
    }

    private static String script(String resource, Site site) throws IOException {
        try (var file = Objects.requireNonNull(LogInIT.class.getResourceAsStream("login/" + resource))) {
            return script(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{application}", site.address().toString()));
        }
    }

    private static String body(HttpExchange request) throws IOException {
        return new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Pages for who sent the form. A session is good for eight of them. */
    private static final class Members implements Site.Pages {
        private final AtomicInteger logIns = new AtomicInteger();
        private final AtomicInteger uses = new AtomicInteger();

        @Override
        public Site.Answer answer(HttpExchange request) throws Exception {
            URI address = request.getRequestURI();
            if (address.getPath().equals("/in") && request.getRequestMethod().equals("POST")) {
                return Site.parameter(request, "password").equals(PASSWORD)
                        ? Site.Answer.html("Sign out")
                                .with("Set-Cookie", "s=" + logIns.incrementAndGet() + "; HttpOnly")
                        : Site.Answer.html("Sign in");
            }
            var cookie = String.valueOf(request.getRequestHeaders().getFirst("Cookie"));
            boolean in = cookie.contains("s=" + logIns.get()) && logIns.get() > 0 && uses.incrementAndGet() % 8 != 0;
            if (!in) {
                return Site.Answer.html("Sign in <form method='post' action='/in'><input name='password'></form>");
            }
            return address.getPath().equals("/echo")
                    ? Site.Answer.html("Sign out " + Site.parameter(request, "q"))
                    : Site.Answer.html("Sign out <a href='/echo?q=a'>echo</a>");
        }
    }
}
