package dev.gatehouse.server.control.web;

import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.Target;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Takes a request's body up to a size, lets a page answer on a worker thread, and sends that. */
public final class WebHandler implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final Page pages;
    private final LiveUpdates live;
    private final HttpDate date;
    private final int mostBytes;

    /**
     * @param pages answers everything and never throws
     * @param mostBytes of a body; more is refused with 413
     */
    public WebHandler(Vertx vertx, Page pages, LiveUpdates live, HttpDate date, int mostBytes) {
        this.vertx = vertx;
        this.pages = pages;
        this.live = live;
        this.date = date;
        this.mostBytes = mostBytes;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var body = Buffer.buffer();
        var refused = new boolean[1];
        request.handler(part -> {
            if (refused[0]) {
                return;
            }
            if (body.length() + part.length() > mostBytes) {
                refused[0] = true;
                var reply = Reply.problem(
                        413, "too-large", "Too large", "A body may have %d bytes at most.".formatted(mostBytes));
                send(request, reply.with("connection", "close"));
                return;
            }
            body.appendBuffer(part);
        });
        request.endHandler(unused -> {
            if (!refused[0]) {
                answer(request, body.getBytes());
            }
        });
        request.exceptionHandler(gone -> refused[0] = true);
    }

    private void answer(HttpServerRequest request, byte[] body) {
        var asked = new Request(
                request.method().name(),
                Target.of(String.valueOf(request.uri())),
                headers(request),
                body,
                Map.of(),
                request.remoteAddress() == null
                        ? ""
                        : String.valueOf(request.remoteAddress().hostAddress()),
                request.isSSL());
        vertx.executeBlocking(() -> pages.answer(asked), false).onSuccess(reply -> send(request, reply));
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private void send(HttpServerRequest request, Reply reply) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status()).putHeader("date", date.value());
        SafetyFields.on(reply, request.isSSL())
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
