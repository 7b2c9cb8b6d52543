package dev.gatehouse.server.http.listen;

import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.Site;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Lets Vert.x serve a site: HTTP/2, requests with a body, and whatever else the fast path does not take. */
public final class SiteHandler implements Handler<HttpServerRequest> {
    private final Site site;
    private final Handler<HttpServerRequest> others;
    private final HttpDate date;

    /** @param others who answers for targets that are not the site's */
    public SiteHandler(Site site, HttpDate date, Handler<HttpServerRequest> others) {
        this.site = site;
        this.date = date;
        this.others = others;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var target = request.uri();
        if (target == null || !site.owns(target)) {
            others.handle(request);
            return;
        }
        var answer = site.answer(new VertxAsked(request, target));
        var response = request.response().setStatusCode(answer.status());
        answer.head().forEach((name, value) -> {
            // HTTP/2 has no upgrade (RFC 9113 §8.6)
            if (!name.equals("upgrade") || request.version().alpnName().startsWith("http/1")) {
                response.putHeader(name, value);
            }
        });
        response.putHeader("date", date.value());
        if (answer.tellsLength()) {
            response.putHeader("content-length", String.valueOf(answer.contentLength()));
        }
        response.end(Buffer.buffer(answer.content()));
    }

    private record VertxAsked(HttpServerRequest request, String target) implements Asked {
        @Override
        public String method() {
            return request.method().name();
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeader(name);
        }
    }
}
