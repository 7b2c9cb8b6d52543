package dev.gatehouse.scanners.dast.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a scan of the running application.
 *
 * @param target where it answers; none when it is started for the scan and answers at {@code http://127.0.0.1:PORT/}
 * @param start none when it runs already
 * @param include and {@code exclude}: paths with {@code *} for anything; all of the target's host when empty
 * @param openApi description of the interface: a file, or a path of the application
 * @param ajaxBrowser that the AJAX spider clicks in, by ZAP's name such as {@code chrome-headless}; empty for ZAP's own choice, none for no
 *     AJAX spider
 * @param rulesOff and {@code rulesOnly}: numbers of rules; all run when empty
 * @param requestsPerSecond at most; 0 for as many as go
 */
public record DastSettings(
        @Nullable URI target,
        @Nullable StartSettings start,
        Mode mode,
        List<String> include,
        List<String> exclude,
        @Nullable Login login,
        @Nullable String openApi,
        @Nullable String ajaxBrowser,
        Limits limits,
        Set<Integer> rulesOff,
        Set<Integer> rulesOnly,
        int requestsPerSecond,
        ZapChoice zap,
        Path directory) {
    public DastSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        rulesOff = Set.copyOf(rulesOff);
        rulesOnly = Set.copyOf(rulesOnly);
    }
}
