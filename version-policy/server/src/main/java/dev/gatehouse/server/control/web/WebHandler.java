package dev.gatehouse.server.control.web;

import dev.gatehouse.policy.edge.http.Target;
import dev.gatehouse.server.http.HttpDate;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** Takes a request's body up to a size, lets a page answer on a worker thread, and sends that. */
public final class WebHandler implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final Page pages;
    private final LiveUpdates live;
    private final HttpDate date;
    private final Traffic traffic;
    private final Settings settings;
    private final AtomicLong held = new AtomicLong();

    /**
     * How to take requests.
     *
     * @param most bytes that the body of a target may have; more is refused with 413
     * @param mostHeld bytes of all bodies that are coming in; more is refused with 503
     */
    public record Settings(ToIntFunction<String> most, long mostHeld, Proxies proxies) {}

    /** @param pages answers everything and never throws but for our own faults */
    public WebHandler(Vertx vertx, Page pages, LiveUpdates live, HttpDate date, Traffic traffic, Settings settings) {
        this.vertx = vertx;
        this.pages = pages;
        this.live = live;
        this.date = date;
        this.traffic = traffic;
        this.settings = settings;
    }

    @Override
    public void handle(HttpServerRequest request) {
        int most = settings.most().applyAsInt(String.valueOf(request.uri()));
        var body = Buffer.buffer();
        var over = new boolean[1];
        request.handler(part -> {
            if (over[0]) {
                return;
            }
            if (body.length() + part.length() > most) {
                over[0] = true;
                refuse(request, 413, "Too large", "A body may have %d bytes at most here.".formatted(most));
            } else if (held.addAndGet(part.length()) > settings.mostHeld()) {
                over[0] = true;
                held.addAndGet(-part.length());
                refuse(request, 503, "Not now", "Too much is being sent here just now: try again.");
            } else {
                body.appendBuffer(part);
            }
            if (over[0]) {
                held.addAndGet(-body.length());
            }
        });
        request.endHandler(unused -> {
            if (!over[0]) {
                over[0] = true;
                held.addAndGet(-body.length());
                answer(request, body.getBytes());
            }
        });
        request.exceptionHandler(gone -> {
            if (!over[0]) {
                over[0] = true;
                held.addAndGet(-body.length());
            }
        });
    }

    private void refuse(HttpServerRequest request, int status, String title, String detail) {
        var name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        send(request, Reply.problem(status, name, title, detail).with("connection", "close"), request.isSSL());
    }

    private void answer(HttpServerRequest request, byte[] body) {
        long begun = System.nanoTime();
        var asked = asked(request, body);
        vertx.executeBlocking(() -> pages.answer(asked), false)
                .recover(fault -> Future.succeededFuture(
                        Reply.problem(500, "fault", "Our mistake", "Something went wrong here.")))
                .onSuccess(reply -> {
                    traffic.count(reply.status(), System.nanoTime() - begun);
                    send(request, reply, asked.secure());
                });
    }

    private Request asked(HttpServerRequest request, byte[] body) {
        var headers = headers(request);
        var address = request.remoteAddress();
        var peer = address == null ? "" : String.valueOf(address.hostAddress());
        var proxies = settings.proxies();
        return new Request(
                request.method().name(),
                Target.of(String.valueOf(request.uri())),
                headers,
                body,
                Map.of(),
                proxies.client(peer, headers.getOrDefault("x-forwarded-for", "")),
                request.isSSL() || proxies.isSecure(peer, headers.getOrDefault("x-forwarded-proto", "")));
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private void send(HttpServerRequest request, Reply reply, boolean secure) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status()).putHeader("date", date.value());
        SafetyFields.on(reply, secure)
                .fields()
                .forEach(field -> response.headers().add(field.name(), field.value()));
        if (reply.stream()) {
            live.add(response);
            return;
        }
        response.putHeader("content-length", String.valueOf(reply.body().length));
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(Buffer.buffer(reply.body()));
        }
    }
}
