package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.http.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths at which any client may come in. A path that could be read in two ways is not exempt. */
final class ExemptPaths {
    private final List<String> prefixes;

    ExemptPaths(List<String> prefixes) {
        this.prefixes = prefixes.stream()
                .map(prefix -> prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
                .toList();
    }

    /** Whether the client's own target, as the gateway got it, is exempt. */
    boolean cover(@Nullable String original) {
        if (original == null || prefixes.isEmpty() || !original.startsWith("/")) {
            return false;
        }
        var path = Target.of(original).path();
        var segments = Target.of(original).segments();
        boolean plain = segments.isPresent()
                && segments.get().stream()
                        .noneMatch(part ->
                                part.equals("..") || part.equals(".") || part.contains("/") || part.contains("\\"));
        return plain && prefixes.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
