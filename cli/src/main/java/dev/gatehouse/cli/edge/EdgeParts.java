package dev.gatehouse.cli.edge;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.server.alert.AlertingLog;
import dev.gatehouse.server.alert.Channel;
import dev.gatehouse.server.alert.Mail;
import dev.gatehouse.server.alert.MailSettings;
import dev.gatehouse.server.alert.WebHook;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EnforceSettings;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Certificate;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.JsonLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What options of a server mean, for every command that runs one. */
public final class EdgeParts {
    private EdgeParts() {}

    /** What the edge says, apart from what documents say. */
    public static EdgeSettings settings(EnforceOptions enforce, CacheOptions cache, boolean index) {
        if (!enforce.undecided.equals("allow") && !enforce.undecided.equals("refuse")) {
            throw new BadInput("--undecided is '%s'; give allow or refuse".formatted(enforce.undecided));
        }
        enforce.exempt.stream()
                .filter(path -> !path.startsWith("/"))
                .findFirst()
                .ifPresent(path -> {
                    throw new BadInput("--exempt is '%s'; give a path that begins with a slash".formatted(path));
                });
        return new EdgeSettings(
                new EnforceSettings(enforce.reportOnly, enforce.undecided.equals("refuse"), enforce.exempt),
                new CacheTimes(
                        seconds("--max-age", cache.maxAge),
                        seconds("--stale-while-revalidate", cache.revalidate),
                        seconds("--stale-if-error", cache.error)),
                CacheTimes.DECISION,
                seconds("--retry-after", enforce.retryAfter),
                index);
    }

    /** The listener that everybody reaches. */
    public static Listener.Settings open(ListenOptions listen) {
        var limits = new Limits(
                Limits.USUAL.line(),
                Limits.USUAL.fields(),
                listen.connections,
                Limits.USUAL.request(),
                Limits.USUAL.idle(),
                Limits.USUAL.stop());
        return new Listener.Settings(Address.parse(listen.address), tls(listen), listen.plain, limits);
    }

    /** The listener that operators reach, if there is to be one. */
    public static Optional<Listener.Settings> operators(ListenOptions listen) {
        return listen.operators.equals("off")
                ? Optional.empty()
                : Optional.of(new Listener.Settings(
                        Address.parse(listen.operators), Optional.empty(), listen.plain, Limits.USUAL));
    }

    /** Threads that answer. */
    public static int loops(ListenOptions listen) {
        return listen.eventLoops > 0 ? listen.eventLoops : Runtime.getRuntime().availableProcessors();
    }

    /** Where a listener is, as an address to open. */
    public static String address(Listener.Settings open, int port) {
        var host = open.address().host();
        return "%s://%s:%d"
                .formatted(
                        open.tls().isPresent() ? "https" : "http",
                        host.indexOf(':') < 0 ? host : "[" + host + "]",
                        port);
    }

    /** The log on standard error, and whoever is told of alarms. */
    public static AlertingLog log(AlertOptions alerts, Clock clock) {
        var channels = new ArrayList<Channel>();
        if (alerts.hook != null) {
            channels.add(new WebHook(hook(alerts.hook)));
        }
        if (alerts.mail != null) {
            channels.add(new Mail(MailSettings.read(alerts.mail)));
        }
        return new AlertingLog(new JsonLines(System.err, clock), channels, clock);
    }

    private static URI hook(Path file) {
        try {
            var address = URI.create(Files.readString(file).strip());
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("%s: holds no address such as https://alerts.example/hook".formatted(file), e);
        }
        throw new BadInput("%s: holds no address such as https://alerts.example/hook".formatted(file));
    }

    private static Optional<Certificate> tls(ListenOptions listen) {
        if (listen.certificate == null && listen.key == null) {
            return Optional.empty();
        }
        if (listen.certificate == null || listen.key == null) {
            throw new BadInput("TLS needs both --tls-cert and --tls-key");
        }
        return Optional.of(new Certificate(listen.certificate, listen.key));
    }

    private static Duration seconds(String name, int value) {
        if (value < 0) {
            throw new BadInput("%s is %d; give 0 seconds or more".formatted(name, value));
        }
        return Duration.ofSeconds(value);
    }
}
