package dev.gatehouse.server.alert;

import java.io.IOException;

/** A way to somebody who looks after the server. */
public interface Channel {

    /** Sends; returns when the other side has taken it. */
    void send(Alert alert) throws IOException, InterruptedException;

    /** For the log; never the address, which may hold a secret. */
    String name();
}
