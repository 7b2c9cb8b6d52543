package dev.gatehouse.server.edge;

import dev.gatehouse.server.log.EventLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what operators would be told. */
final class RecordedLog implements EventLog {
    final List<String> alarms = new CopyOnWriteArrayList<>();

    @Override
    public void info(String event, Map<String, String> fields) {}

    @Override
    public void alarm(String event, Map<String, String> fields) {
        alarms.add(event + " " + fields.getOrDefault("reason", ""));
    }
}
