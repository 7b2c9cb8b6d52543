package dev.gatehouse.scanners.dast.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A foreign program in a process group of its own. It ends, with all that it started, at {@link #close}, and when this JVM ends
 * however that happens: a small shell holds the other end of a pipe and ends the group once the pipe breaks.
 *
 * <p>Where there is no {@code /bin/sh} the program is started directly, and only {@link #close} ends it.
 */
public final class GuardedProcess implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration GRACE = Duration.ofSeconds(8);

    /**
     * Asks the group to end when standard input does, and makes it after five seconds. {@code setsid} where there is one; the
     * shells of systems without it have job control in scripts, which makes groups, too. Signals are named with {@code -s}, as POSIX
     * has it: not every shell takes {@code kill -TERM -- -GROUP}. The program is waited for before it is asked whether it lives: of one
     * that has ended already the shell still knows the code. It is waited for again when a signal to the shell broke that off.
     */
    private static final String GUARD = """
            exec 3<&0
            if command -v setsid >/dev/null 2>&1; then
              setsid "$@" </dev/null 3<&- &
            else
              set -m
              "$@" </dev/null 3<&- &
            fi
            app=$!
            trap : INT TERM HUP
            (
              trap '' INT TERM HUP
              cat <&3 >/dev/null
              kill -s TERM -- "-$app" || kill -s TERM "$app"
              i=0
              while [ "$i" -lt 50 ] && { kill -s 0 -- "-$app" || kill -s 0 "$app"; }; do sleep 0.1; i=$((i + 1)); done
              kill -s KILL -- "-$app"
              kill -s KILL "$app"
            ) 2>/dev/null 3<&3 &
            watch=$!
            while :; do wait "$app"; code=$?; kill -s 0 "$app" 2>/dev/null || break; done
            kill -s KILL "$watch" 2>/dev/null
            kill -s KILL -- "-$app" 2>/dev/null
            exit "$code"
            """;

    private final Process process;
    private final Path log;

    private GuardedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the program.
     *
     * @param environment added to that of this process
     * @param log takes all that it prints
     */
    public static GuardedProcess start(List<String> command, Path directory, Map<String, String> environment, Path log)
            throws IOException {
        var guarded = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            guarded.addAll(List.of(SHELL.toString(), "-c", GUARD, "gatehouse-guard"));
        }
        guarded.addAll(command);
        var builder = new ProcessBuilder(guarded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new GuardedProcess(builder.start(), log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Code with which the program ended; only once it has. */
    public int exitCode() {
        return process.exitValue();
    }

    /** The last lines of what it printed. */
    public List<String> lastLines(int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Ends the program and all that it started; returns when they are gone. */
    @Override
    public void close() {
        var started = process.descendants()
                .sorted(Comparator.comparingLong(ProcessHandle::pid))
                .toList();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the guard is gone already, and with it the program
        }
        if (!Files.isExecutable(SHELL)) {
            started.forEach(ProcessHandle::destroy);
            process.destroy();
        }
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                started.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            started.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
