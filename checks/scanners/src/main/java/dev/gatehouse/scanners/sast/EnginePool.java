package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.engine.EngineProcess;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Some engine processes, started when they are needed. One that failed is replaced for the next module. */
final class EnginePool implements AutoCloseable {
    private final EngineHome home;
    private final SastSettings settings;
    private final ExecutorService threads;
    private final ConcurrentLinkedQueue<EngineProcess> idle = new ConcurrentLinkedQueue<>();
    private final long deadline;

    EnginePool(EngineHome home, SastSettings settings) {
        this.home = home;
        this.settings = settings;
        this.threads = Executors.newFixedThreadPool(settings.processes(), work -> {
            var thread = new Thread(work, "sast");
            thread.setDaemon(true);
            return thread;
        });
        this.deadline = System.nanoTime() + settings.limit().toNanos();
    }

    /** Has all modules worked on, as many at once as there are processes; the outcomes come in the modules' order. */
    List<Outcome> all(List<Project.Module> modules, Function<Project.Module, Outcome> work) {
        var running = modules.stream()
                .map(module -> threads.submit(() -> work.apply(module)))
                .toList();
        return running.stream().map(Awaited::get).toList();
    }

    SastAnswer ask(SastRequest request, Progress progress) throws EngineException {
        var engine = take();
        try {
            var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            var json = ReportJson.mapper();
            var answer = engine.ask(SastRequest.KIND, json.valueToTree(request), left, "sast", progress);
            var result = json.treeToValue(answer, SastAnswer.class);
            idle.add(engine);
            return result;
        } catch (EngineException e) {
            engine.close();
            throw e;
        } catch (IOException e) {
            engine.close();
            throw new EngineException(
                    EngineException.Kind.FAILED, "the engine's answer makes no sense: " + e.getMessage(), "");
        }
    }

    private EngineProcess take() throws EngineException {
        if (System.nanoTime() - deadline >= 0) {
            throw new EngineException(
                    EngineException.Kind.TIMED_OUT, "the time limit was reached before its turn came", "");
        }
        var ready = idle.poll();
        try {
            return ready != null ? ready : EngineProcess.start(home, SastJvm.spec(settings));
        } catch (IOException e) {
            throw new EngineException(
                    EngineException.Kind.FAILED, "the engine could not be started: " + e.getMessage(), "");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.forEach(EngineProcess::close);
    }
}
