package health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The command: {@code java -jar healthy-service.jar [PORT]}; 8081 when no port is named, 0 for a free one. */
public final class Service implements AutoCloseable {
    private static final int USUAL_PORT = 8081;
    private static final int THREADS = 4;
    private final HttpServer server;
    private final ExecutorService threads;

    private Service(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts on a loopback address. */
    public static Service start(int port, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", new OpeningHours(clock));
        server.start();
        return new Service(server, threads);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public static void main(String[] arguments) throws IOException {
        var service = start(arguments.length == 0 ? USUAL_PORT : Integer.parseInt(arguments[0]), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        System.out.println("Opening hours at " + service.address() + "open?day=monday");
    }
}
