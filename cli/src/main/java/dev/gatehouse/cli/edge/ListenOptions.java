package dev.gatehouse.cli.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the edge listens, and with what. */
public final class ListenOptions {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8080",
            description = "Where apps and gateways ask (default: ${DEFAULT-VALUE}; port 0 takes a free one).")
    public String address = "127.0.0.1:8080";

    @Option(
            names = "--operators",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8081",
            description = "Where /health, /ready and /metrics are (default: ${DEFAULT-VALUE}; 'off' for nowhere).")
    public String operators = "127.0.0.1:8081";

    @Option(names = "--tls-cert", paramLabel = "PEM", description = "Certificate chain; read again when it changes.")
    public @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "Private key of the certificate.")
    public @Nullable Path key;

    @Option(names = "--plain-http", description = "Allow HTTP without TLS on other addresses than loopback.")
    public boolean plain;

    @Option(
            names = "--event-loops",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads that answer (default: one a processor).")
    public int eventLoops;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Open connections; more are closed at once (default: ${DEFAULT-VALUE}).")
    public int connections = 20_000;
}
