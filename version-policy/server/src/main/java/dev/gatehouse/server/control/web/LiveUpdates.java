package dev.gatehouse.server.control.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Open pages that want to know when something changed, by server-sent events. */
public final class LiveUpdates {
    private static final int MOST = 500;

    private final Set<HttpServerResponse> open = ConcurrentHashMap.newKeySet();

    void add(HttpServerResponse response) {
        if (open.size() >= MOST) {
            response.end();
            return;
        }
        response.setChunked(true);
        open.add(response);
        response.closeHandler(unused -> open.remove(response));
        response.exceptionHandler(unused -> open.remove(response));
        response.write("retry: 3000\n\n");
    }

    /** Tells every open page where the ledger ends now. */
    public void tell(long sequence) {
        write("event: ledger\ndata: " + sequence + "\n\n");
    }

    /** How many pages are told. */
    public int count() {
        return open.size();
    }

    /** Keeps connections open that would be closed for saying nothing. */
    public void breathe() {
        write(": still here\n\n");
    }

    public void close() {
        open.forEach(HttpServerResponse::end);
        open.clear();
    }

    private void write(String text) {
        for (var response : List.copyOf(open)) {
            if (response.writeQueueFull()) {
                // whoever reads this slowly asks again
                response.end();
                open.remove(response);
            } else {
                response.write(text);
            }
        }
    }
}
