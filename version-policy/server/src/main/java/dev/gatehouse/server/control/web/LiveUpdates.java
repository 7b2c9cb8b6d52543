package dev.gatehouse.server.control.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Open pages that want to know when something changed, by server-sent events. */
public final class LiveUpdates {
    private static final int MOST = 500;

    private volatile long last;
    private final Set<HttpServerResponse> open = ConcurrentHashMap.newKeySet();

    /** Tells the page at once where the ledger ended last: it may have grown since the page was made. */
    void add(HttpServerResponse response) {
        if (open.size() >= MOST) {
            response.end();
            return;
        }
        response.setChunked(true);
        open.add(response);
        response.closeHandler(unused -> open.remove(response));
        response.exceptionHandler(unused -> open.remove(response));
        response.write("retry: 3000\n\n" + event(last));
    }

    /** Tells every open page where the ledger ends now. */
    public void tell(long sequence) {
        last = sequence;
        write(event(sequence));
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

    private static String event(long sequence) {
        return "event: ledger\ndata: " + sequence + "\n\n";
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
