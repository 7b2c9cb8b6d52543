package dev.gatehouse.server.http.fast;

import dev.gatehouse.policy.edge.http.Asked;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request as Netty decoded it. */
record NettyAsked(HttpRequest request) implements Asked {

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String target() {
        return request.uri();
    }

    @Override
    public @Nullable String header(String name) {
        return request.headers().get(name);
    }
}
