package dev.gatehouse.scanners.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.protocol.EngineEvent;
import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.EngineRequest;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One engine process. It ends with {@link #close}, with this JVM however that ends (its standard input is ours), and at
 * the time limit of a request. Used by one thread at a time.
 */
public final class EngineProcess implements AutoCloseable {
    private static final int LOG_TAIL = 20;

    private final String engine;
    private final Process process;
    private final Path folder;
    private final BufferedWriter requests;
    private final LinkedBlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private int sent;

    /** A line of the engine's, or its end. */
    private record Line(String text, boolean last) {}

    /** Settings of an engine process: which folder of jars, which entry class, how much heap, what else for the JVM. */
    public record Spec(String engine, String mainClass, int heapMegabytes, List<String> jvmOptions) {
        public Spec {
            jvmOptions = List.copyOf(jvmOptions);
        }
    }

    private EngineProcess(String engine, Process process, Path folder) {
        this.engine = engine;
        this.process = process;
        this.folder = folder;
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the process; its temporary files and its log live in a folder of their own until {@link #close}. */
    public static EngineProcess start(EngineHome home, Spec spec) throws IOException {
        var jars = home.directory().resolve(spec.engine());
        Files.createDirectories(home.work());
        var folder = Files.createTempDirectory(home.work(), spec.engine() + "-");
        var command = new ArrayList<String>();
        command.add(home.java().toString());
        command.add("-Xmx" + spec.heapMegabytes() + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(spec.jvmOptions());
        command.add("-cp");
        command.add(jars + "/*");
        command.add(spec.mainClass());
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        var started = new EngineProcess(spec.engine(), process, folder);
        var reader = new Thread(started::read, spec.engine() + "-events");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    /**
     * Has the engine work on one request.
     *
     * @param task the name that progress is told under
     * @throws EngineException when it fails, dies, or is not done within {@code limit}; the process is ended then
     *     unless the engine itself said what failed
     */
    public JsonNode ask(String kind, JsonNode body, Duration limit, String task, Progress progress)
            throws EngineException {
        var id = Integer.toString(++sent);
        write(new EngineRequest(id, kind, body));
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var event = next(deadline, limit);
            if (event == null) {
                continue;
            }
            if (event instanceof EngineEvent.Progress at) {
                progress.at(task, at.doing(), at.done(), at.total());
            } else if (event instanceof EngineEvent.Answer answer
                    && answer.request().equals(id)) {
                return answer.result();
            } else if (event instanceof EngineEvent.Failure failure
                    && failure.request().equals(id)) {
                throw new EngineException(EngineException.Kind.FAILED, failure.sentence(), failure.detail());
            }
        }
    }

    private void write(EngineRequest request) throws EngineException {
        try {
            requests.write(ReportJson.mapper().writeValueAsString(request));
            requests.newLine();
            requests.flush();
        } catch (IOException e) {
            throw died();
        }
    }

    /** The next event; none for a line that is none: Java itself prints there when it runs out of memory. */
    private @Nullable EngineEvent next(long deadline, Duration limit) throws EngineException {
        try {
            var line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                end();
                throw new EngineException(
                        EngineException.Kind.TIMED_OUT,
                        "the %s engine was not done within %s and was ended".formatted(engine, inWords(limit)),
                        logTail());
            }
            if (line.last()) {
                throw died();
            }
            return line.text().startsWith("{") ? ReportJson.mapper().readValue(line.text(), EngineEvent.class) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
            throw new EngineException(EngineException.Kind.FAILED, "the scan was interrupted", "");
        } catch (IOException e) {
            end();
            throw new EngineException(
                    EngineException.Kind.FAILED,
                    "the %s engine said something unreadable: %s".formatted(engine, e.getMessage()),
                    logTail());
        }
    }

    private EngineException died() {
        end();
        int code = process.exitValue();
        var why = code == EngineLoop.OUT_OF_MEMORY
                ? "the %s engine ran out of memory; give it more heap".formatted(engine)
                : "the %s engine ended unexpectedly with code %d".formatted(engine, code);
        return new EngineException(
                code == EngineLoop.OUT_OF_MEMORY ? EngineException.Kind.OUT_OF_MEMORY : EngineException.Kind.DIED,
                why,
                logTail());
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(new Line(line, false));
            }
        } catch (IOException e) {
            // the stream of a process that was ended; what counts is told below
        }
        lines.add(new Line("", true));
    }

    private String logTail() {
        try {
            var log = Files.readAllLines(folder.resolve("log.txt"));
            return String.join("\n", log.subList(Math.max(0, log.size() - LOG_TAIL), log.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private void end() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String inWords(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " min" : limit.toSeconds() + " s";
    }

    /** Ends the process and removes its folder. */
    @Override
    public void close() {
        end();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
