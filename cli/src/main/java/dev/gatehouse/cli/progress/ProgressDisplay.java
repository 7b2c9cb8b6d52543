package dev.gatehouse.cli.progress;

import dev.gatehouse.scanners.Progress;
import java.io.PrintStream;
import java.time.Clock;

/** Progress that is shown on standard error until it is closed. */
public interface ProgressDisplay extends Progress, AutoCloseable {

    /** Removes what is only there while work goes on. */
    @Override
    void close();

    /**
     * The display that suits where messages go.
     *
     * @param columns width of the terminal; 0 when it is none
     */
    static ProgressDisplay on(PrintStream messages, int columns, boolean quiet) {
        if (quiet) {
            return new Quiet();
        }
        return columns > 0 ? new Bars(messages, columns) : new Lines(messages, Clock.systemUTC());
    }

    /** Shows nothing. */
    final class Quiet implements ProgressDisplay {
        @Override
        public void at(String task, String doing, long done, long total) {}

        @Override
        public void close() {}
    }
}
