package dev.gatehouse.cli.edge;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server of ours, from the moment it answers until the process is told to end. */
public interface Running {
    /** What runs and where, for the person who started it. */
    List<String> sentences();

    /** Ends what is under way, and returns when that is done. */
    void stop();

    /** Says what runs; returns after SIGTERM or SIGINT, when all is done. */
    default int untilTold(PrintWriter out) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        // the signal ends the process when this is done
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            stopped.countDown();
        }));
        sentences().forEach(out::println);
        out.flush();
        stopped.await();
        return 0;
    }
}
