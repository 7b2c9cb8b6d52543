package dev.gatehouse.scanners.dast;

import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Limits;
import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.settings.Mode;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings for tests. */
public final class Asked {
    private Asked() {}

    /** Only these rules, on an address, with a ZAP. */
    public static DastSettings of(URI target, Limits limits, @Nullable Login login, Set<Integer> rules, ZapChoice zap) {
        return new DastSettings(
                target,
                null,
                Mode.FULL,
                List.of(),
                List.of(),
                login,
                null,
                false,
                limits,
                Set.of(),
                rules,
                0,
                zap,
                Path.of("."));
    }
}
