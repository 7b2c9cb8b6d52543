package dev.gatehouse.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.report.ReportJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The engine's side: reads requests, works on one after the other, writes events. Ends the process as soon as standard
 * input ends, also in the middle of a request, so a killed parent leaves no engine behind.
 */
public final class EngineLoop {
    private static final JsonMapper JSON = ReportJson.mapper();

    /** Works on one request. */
    @FunctionalInterface
    public interface Handler {
        /** The result for {@link EngineEvent.Answer}; an exception becomes a {@link EngineEvent.Failure}. */
        JsonNode handle(EngineRequest request, Reporter reporter) throws Exception;
    }

    /** Takes the progress of the request being worked on; safe for many threads. */
    @FunctionalInterface
    public interface Reporter {
        void at(String doing, long done, long total);
    }

    private final PrintStream events;

    private EngineLoop(OutputStream events) {
        this.events = new PrintStream(events, false, StandardCharsets.UTF_8);
    }

    /**
     * Runs until standard input ends. What the engine's libraries print to standard output goes to standard error, so
     * that it cannot be taken for an event.
     */
    public static void run(String engine, String version, Handler handler) {
        var loop = new EngineLoop(System.out);
        System.setOut(System.err);
        loop.send(new EngineEvent.Started(engine, version));
        loop.work(System.in, handler);
    }

    private void work(InputStream input, Handler handler) {
        var queue = new LinkedBlockingQueue<EngineRequest>();
        var reader = new Thread(() -> read(input, queue), "requests");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            try {
                answer(queue.take(), handler);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void read(InputStream input, LinkedBlockingQueue<EngineRequest> queue) {
        try (var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                queue.add(JSON.readValue(line, EngineRequest.class));
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            System.err.println("engine: unreadable request: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever an engine throws must reach the parent as an event
    private void answer(EngineRequest request, Handler handler) {
        try {
            var result = handler.handle(
                    request, (doing, done, total) -> send(new EngineEvent.Progress(request.id(), doing, done, total)));
            send(new EngineEvent.Answer(request.id(), result));
        } catch (OutOfMemoryError e) {
            System.err.println("engine: out of memory");
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (Exception | LinkageError | StackOverflowError e) {
            send(new EngineEvent.Failure(request.id(), String.valueOf(e.getMessage()), trace(e)));
        }
    }

    /** Exit code of an engine that ran out of memory; also what {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    public static final int OUT_OF_MEMORY = 3;

    private synchronized void send(EngineEvent event) {
        try {
            JSON.writer()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .forType(EngineEvent.class)
                    .writeValue((OutputStream) events, event);
            events.write('\n');
            events.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
