package dev.gatehouse.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.log.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alarms by a real web hook and a real mail server. */
class AlertsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final JsonLines log = new JsonLines(new PrintStream(lines, true, StandardCharsets.UTF_8), CLOCK);

    @Test
    void anAlarmIsPostedOnceAndTriedAgainWhenTheHookIsIll() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        var attempts = new AtomicInteger();
        var hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(attempts.incrementAndGet() == 1 ? 503 : 204, -1);
            exchange.close();
        });
        hook.start();
        try {
            var address = URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + "/token-in-the-path");
            var alerting = new AlertingLog(log, List.of(new WebHook(address)), CLOCK);
            alerting.alarm("glass.broken", Map.of("by", "anna"));
            alerting.alarm("glass.broken", Map.of("by", "anna"));
            alerting.info("serve.started", Map.of());
            alerting.close();
        } finally {
            hook.stop(0);
        }
        assertThat(bodies).hasSize(2).allMatch(body -> body.contains("\"event\":\"glass.broken\",\"by\":\"anna\""));
        assertThat(written()).contains("\"level\":\"alarm\"").doesNotContain("token-in-the-path", "alert.not-sent");
    }

    @Test
    void whatCannotBeSentIsToldInTheLogWithoutTheAddress() {
        var alerting = new AlertingLog(log, List.of(new WebHook(URI.create("http://127.0.0.1:1/secret"))), CLOCK);
        alerting.alarm("ledger.broken", Map.of("detail", "entry 7"));
        alerting.close();
        assertThat(written()).contains("alert.not-sent", "web hook", "entry 7").doesNotContain("secret");
    }

    @Test
    void anAlarmArrivesAsMailThatNobodysHolidayAnswers() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("gatehouse@example.org", "gatehouse", "a password");
            var file = Files.writeString(
                    folder.resolve("mail"), """
                    host=127.0.0.1
                    port=%d
                    security=none
                    from=gatehouse@example.org
                    to=security@example.org, operators@example.org
                    """.formatted(server.getSmtp().getPort()));
            new Mail(MailSettings.read(file))
                    .send(new Alert(
                            Instant.parse("2026-11-25T08:00:00Z"),
                            "sign-in.failing",
                            Map.of("account", "anna", "failures", "5")));
            assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Gatehouse: sign-in.failing");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(GreenMailUtil.getBody(mail)).contains("at 2026-11-25T08:00:00Z", "account: anna", "failures: 5");
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutTlsNothingIsSentToAServerThatOffersNone() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var settings = new MailSettings(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    MailSettings.Security.STARTTLS,
                    "gatehouse",
                    "a password",
                    "a@example.org",
                    List.of("b@example.org"));
            assertThatThrownBy(() -> new Mail(settings).send(new Alert(Instant.now(), "x", Map.of())))
                    .isInstanceOf(IOException.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aMistakeInTheSettingsIsToldAndNoSecretWithIt() throws IOException {
        for (var wrong : List.of(
                "host=mail\nfrom=a@b\nto=",
                "host=mail\nto=a@b",
                "host=mail\nfrom=a@b\nto=a@b\nport=99999",
                "host=mail\nfrom=a@b\nto=a@b\nsecurity=ssl",
                "host=mail\nfrom=a@b\nto=a@b\nsecurity=none\nuser=u\npassword=hidden-word",
                "host=mail\nfrom=a@b\nto=a@b\npasswort=hidden-word")) {
            var file = Files.writeString(folder.resolve("mail"), wrong);
            assertThatThrownBy(() -> MailSettings.read(file))
                    .as(wrong)
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageNotContaining("hidden-word");
        }
    }

    @Test
    void theSameAlarmComesAgainAfterAWhile() {
        var sent = new CopyOnWriteArrayList<Alert>();
        var channel = new Channel() {
            @Override
            public void send(Alert alert) {
                sent.add(alert);
            }

            @Override
            public String name() {
                return "test";
            }
        };
        var now = new AtomicReference<>(Instant.EPOCH);
        var alerting = new AlertingLog(log, List.of(channel), new Clock() {
            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        alerting.alarm("a", Map.of());
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(9)));
        alerting.alarm("a", Map.of());
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(11)));
        alerting.alarm("a", Map.of());
        alerting.close();
        assertThat(sent).hasSize(2);
    }

    private String written() {
        return lines.toString(StandardCharsets.UTF_8);
    }
}
