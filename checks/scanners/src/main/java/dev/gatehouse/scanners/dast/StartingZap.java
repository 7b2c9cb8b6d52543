package dev.gatehouse.scanners.dast;

import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A ZAP that starts while the application does: each takes seconds, and neither needs the other for it. */
final class StartingZap implements AutoCloseable {
    private static final int GRACE_SECONDS = 30;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var started = new Thread(work, "gatehouse-zap-start");
        started.setDaemon(true);
        return started;
    });
    private final Future<Zap> zap;

    StartingZap(Callable<Zap> start) {
        this.zap = thread.submit(start);
    }

    /** The ZAP, once it answers; {@link #close} ends it. */
    Zap get() throws ZapException {
        try {
            return zap.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ZapException why) {
                throw why;
            }
            throw new IllegalStateException("ZAP could not be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZapException(ZapException.Kind.GONE, "", "the scan was interrupted");
        }
    }

    /** Ends the ZAP, whether it answers already or not. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                zap.get().close();
            }
        } catch (ExecutionException e) {
            // it never came up, and its process is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
