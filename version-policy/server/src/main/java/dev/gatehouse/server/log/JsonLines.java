package dev.gatehouse.server.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** A line of JSON an event, for log collectors: time, level, event, then the event's own fields by name. */
public final class JsonLines implements EventLog {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PrintStream out;
    private final Clock clock;

    public JsonLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void info(String event, Map<String, String> fields) {
        write("info", event, fields);
    }

    @Override
    public void alarm(String event, Map<String, String> fields) {
        write("alarm", event, fields);
    }

    private void write(String level, String event, Map<String, String> fields) {
        var line = MAPPER.createObjectNode()
                .put("time", clock.instant().toString())
                .put("level", level)
                .put("event", event);
        new TreeMap<>(fields).forEach(line::put);
        out.println(line);
    }
}
