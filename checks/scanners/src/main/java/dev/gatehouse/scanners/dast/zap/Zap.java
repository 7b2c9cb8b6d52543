package dev.gatehouse.scanners.dast.zap;

import dev.gatehouse.scanners.dast.process.GuardedProcess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ZAP that answers. One that was started for the scan ends with {@link #close}; another goes on running. */
public final class Zap implements AutoCloseable {
    private final ZapApi api;
    private final String version;
    private final boolean embedded;
    private final @Nullable GuardedProcess process;

    Zap(ZapApi api, String version, boolean embedded, @Nullable GuardedProcess process) {
        this.api = api;
        this.version = version;
        this.embedded = embedded;
        this.process = process;
    }

    public ZapApi api() {
        return api;
    }

    public String version() {
        return version;
    }

    /** Whether it is the one that came with Gatehouse, with Gatehouse's rules. */
    public boolean embedded() {
        return embedded;
    }

    /** The end of its log, for when it died. */
    public List<String> lastWords() {
        return process == null || process.isAlive() ? List.of() : process.lastLines(3);
    }

    @Override
    public void close() {
        // not by its API: it would put its session in order for seconds, and its home goes with the scan
        if (process != null) {
            process.close();
        }
    }
}
