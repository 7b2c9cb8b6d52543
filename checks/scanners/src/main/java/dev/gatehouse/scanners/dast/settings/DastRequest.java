package dev.gatehouse.scanners.dast.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about DAST; what it does not say the policy file does.
 *
 * @param required whether DAST was asked for by name, so that a scan without an application is a mistake
 */
public record DastRequest(
        @Nullable String target,
        @Nullable String mode,
        @Nullable String zap,
        @Nullable Path zapHome,
        boolean required) {
    public static final DastRequest NOTHING = new DastRequest(null, null, null, null, false);

    /** Whether an option about DAST was given. */
    public boolean asksForSomething() {
        return target != null || mode != null || zap != null || zapHome != null;
    }
}
