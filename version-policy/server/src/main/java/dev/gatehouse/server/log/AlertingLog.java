package dev.gatehouse.server.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends every alarm to a web hook too, as the same JSON as its line in the log. Alarms wait for nobody: what cannot be sent
 * in three attempts, or does not fit into the queue, stays in the log only, which says so.
 */
public final class AlertingLog implements EventLog, AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_WAITING = 200;
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final URI hook;
    private final Clock clock;
    private final HttpClient http;
    private final ThreadPoolExecutor sending;

    /** @param hook may hold a secret, so it is never logged */
    public AlertingLog(EventLog log, URI hook, Clock clock) {
        this.log = log;
        this.hook = hook;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.sending = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(MOST_WAITING),
                AlertingLog::daemon,
                (late, pool) -> log.info("alert.not-sent", Map.of("detail", "too many alerts are waiting")));
    }

    @Override
    public void info(String event, Map<String, String> fields) {
        log.info(event, fields);
    }

    @Override
    public void alarm(String event, Map<String, String> fields) {
        log.alarm(event, fields);
        var body = MAPPER.createObjectNode()
                .put("time", clock.instant().toString())
                .put("event", event);
        new TreeMap<>(fields).forEach(body::put);
        sending.execute(() -> send(event, body.toString()));
    }

    @Override
    public void close() {
        sending.shutdown();
    }

    private void send(String event, String body) {
        var request = HttpRequest.newBuilder(hook)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String why = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status < 300) {
                    return;
                }
                why = "status " + status;
                Thread.sleep(500L * attempt);
            } catch (IOException e) {
                why = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        log.info("alert.not-sent", Map.of("event", event, "detail", why));
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gatehouse-alerts");
        thread.setDaemon(true);
        return thread;
    }
}
