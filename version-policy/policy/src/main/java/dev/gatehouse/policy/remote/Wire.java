package dev.gatehouse.policy.remote;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Carries a request to a server. Follows no redirect: the token in its fields is for this address only. */
public interface Wire {
    /** After so long without an answer, a server is away. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** @param body JSON; empty for none */
    Reply send(String method, URI address, Map<String, String> fields, byte[] body)
            throws IOException, InterruptedException;

    /** What came back. */
    record Reply(int status, String body) {}
}
