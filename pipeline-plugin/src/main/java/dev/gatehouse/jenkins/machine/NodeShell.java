package dev.gatehouse.jenkins.machine;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jenkins.model.Jenkins;

/** The controller, or an agent that is connected. What runs too long is ended, with all that it started. */
public final class NodeShell implements Shell {
    private final FilePath folder;
    private final Function<TaskListener, Launcher> launchers;
    private final Duration limit;
    private final OutputStream copy;

    private NodeShell(FilePath folder, Function<TaskListener, Launcher> launchers, Duration limit, OutputStream copy) {
        this.folder = folder;
        this.launchers = launchers;
        this.limit = limit;
        this.copy = copy;
    }

    public static NodeShell controller(Duration limit) {
        return controller(limit, OutputStream.nullOutputStream());
    }

    /** @param copy gets the output as it comes */
    public static NodeShell controller(Duration limit, OutputStream copy) {
        var jenkins = Jenkins.get();
        return new NodeShell(jenkins.getRootPath(), jenkins::createLauncher, limit, copy);
    }

    /** @throws IOException when it is away */
    public static NodeShell agent(String name, Duration limit) throws IOException {
        var node = Jenkins.get().getNode(name);
        var folder = node == null ? null : node.getRootPath();
        if (node == null || folder == null) {
            throw new IOException("the agent '%s' is not connected".formatted(name));
        }
        return new NodeShell(folder, node::createLauncher, limit, OutputStream.nullOutputStream());
    }

    @Override
    public Said run(List<String> arguments, Map<String, String> environment, Map<String, String> secrets)
            throws IOException, InterruptedException {
        var written = new ByteArrayOutputStream();
        var listener = new Kept(new PrintStream(new Both(written, copy), true, StandardCharsets.UTF_8));
        var machine = new AgentMachine(folder, new EnvVars(), launchers.apply(listener), listener, "");
        var line = new ArrayList<>(new GatehouseCommand(machine.java(), machine.distribution()).start(""));
        line.addAll(arguments);
        var running = Computer.threadPoolForRemoting.submit(() -> machine.run(line, environment, secrets));
        try {
            int code = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Said(code, written.toString(StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new IOException("the command did not end within %d seconds".formatted(limit.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException("the command could not be run: " + e.getCause(), e);
        } finally {
            // whoever waits no longer leaves nothing running
            running.cancel(true);
        }
    }

    /** Where the output of one call goes. */
    private static final class Kept implements TaskListener {
        private static final long serialVersionUID = 1L;

        private final transient PrintStream to;

        Kept(PrintStream to) {
            this.to = to;
        }

        @Override
        public PrintStream getLogger() {
            return to;
        }
    }

    /** Writes to two. */
    private static final class Both extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            one.write(bytes, from, length);
            other.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
            other.flush();
        }
    }
}
