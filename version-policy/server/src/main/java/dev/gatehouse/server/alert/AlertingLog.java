package dev.gatehouse.server.alert;

import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends every alarm to people too. Alarms wait for nobody: what cannot be sent in three attempts, or does not fit into the
 * queue, stays in the log only, which says so. The very same alarm is sent once in ten minutes.
 */
public final class AlertingLog implements EventLog, AutoCloseable {
    private static final int MOST_WAITING = 200;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int ATTEMPTS = 3;
    private static final Duration SAME = Duration.ofMinutes(10);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final EventLog log;
    private final List<Channel> channels;
    private final Clock clock;
    private final ThreadPoolExecutor sending;
    private final Map<String, Instant> sent = new LinkedHashMap<>();

    public AlertingLog(EventLog log, List<Channel> channels, Clock clock) {
        this.log = log;
        this.channels = List.copyOf(channels);
        this.clock = clock;
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
        var alert = new Alert(clock.instant(), event, fields);
        if (isNew(alert)) {
            channels.forEach(channel -> sending.execute(() -> send(channel, alert)));
        }
    }

    /** Sends what is waiting, for five seconds at most. */
    @Override
    public void close() {
        sending.shutdown();
        try {
            if (!sending.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                sending.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isNew(Alert alert) {
        var key = alert.event() + " " + alert.fields();
        var last = sent.get(key);
        if (last != null && last.plus(SAME).isAfter(alert.time())) {
            return false;
        }
        sent.remove(key);
        sent.put(key, alert.time());
        if (sent.size() > MOST_REMEMBERED) {
            sent.remove(sent.keySet().iterator().next());
        }
        return true;
    }

    private void send(Channel channel, Alert alert) {
        String why = "";
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    channel.send(alert);
                    return;
                } catch (IOException e) {
                    why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                }
                Thread.sleep(500L * attempt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "the server is ending";
        }
        log.info("alert.not-sent", Map.of("alarm", alert.event(), "by", channel.name(), "detail", why));
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "gatehouse-alerts");
        thread.setDaemon(true);
        return thread;
    }
}
