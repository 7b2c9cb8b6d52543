package dev.gatehouse.findings.report.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does some work on all processors: writing reports is most of what a scan does when nothing has changed. */
final class SideBySide {
    private SideBySide() {}

    /** Returns when all of it is done, also when some of it failed; then with the first failure. */
    static void run(List<Callable<Void>> work) throws IOException {
        int threads = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
        var executor = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            for (var done : executor.invokeAll(work)) {
                rethrow(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the report was not written to its end");
        } finally {
            executor.shutdownNow();
        }
    }

    private static void rethrow(Future<Void> done) throws IOException, InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof IOException failed) {
                throw failed;
            }
            if (cause instanceof Error broken) {
                throw broken;
            }
            throw cause instanceof RuntimeException thrown ? thrown : new IllegalStateException(cause);
        }
    }
}
