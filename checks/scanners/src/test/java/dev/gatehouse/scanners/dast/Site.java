package dev.gatehouse.scanners.dast;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small web site on a free loopback port that remembers what it was asked. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers one request. */
    @FunctionalInterface
    public interface Pages {
        Answer answer(HttpExchange request) throws Exception;
    }

    /** A page, with further headers. */
    public record Answer(int status, String type, String body, Map<String, String> headers) {
        public static Answer html(String body) {
            return new Answer(200, "text/html", "<!doctype html><html><body>" + body + "</body></html>", Map.of());
        }

        public static Answer json(String body) {
            return new Answer(200, "application/json", body, Map.of());
        }

        public static Answer error(int status, String json) {
            return new Answer(status, "application/json", json, Map.of());
        }

        public static Answer redirect(String location) {
            return new Answer(302, "text/html", "", Map.of("Location", location));
        }

        public Answer with(String name, String content) {
            var more = new HashMap<>(headers);
            more.put(name, content);
            return new Answer(status, type, body, more);
        }
    }

    public Site(Pages pages) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            try (exchange) {
                var answer = pages.answer(exchange);
                var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.type());
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // the other side went away
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** Method and address of every request, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Value of a parameter of the query or the form; empty when it is not there. */
    public static String parameter(HttpExchange request, String name) throws IOException {
        var query = request.getRequestMethod().equals("POST")
                ? new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : request.getRequestURI().getRawQuery();
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
