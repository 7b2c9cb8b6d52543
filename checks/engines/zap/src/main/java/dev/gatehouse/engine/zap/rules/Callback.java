package dev.gatehouse.engine.zap.rules;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A web server on this machine's loopback address, to see whether the application can be made to ask it. It hears only
 * applications that run on the same machine. ZAP makes a rule object for every page, so there is one server for the process;
 * it ends with it.
 */
final class Callback {
    private final HttpServer server;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    private Callback() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the callback", e);
        }
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    static Callback ofThisProcess() {
        return Holder.CALLBACK;
    }

    /** An address that nobody asks for by chance. */
    String address() {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), UUID.randomUUID());
    }

    boolean heard(String address) {
        return heard.contains(address.substring(address.lastIndexOf('/')));
    }

    private static final class Holder {
        static final Callback CALLBACK = new Callback();
    }
}
