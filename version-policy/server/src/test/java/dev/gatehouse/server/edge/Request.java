package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.http.Asked;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that came over no wire; names of fields are in small letters. */
record Request(String method, String target, Map<String, String> fields) implements Asked {

    static Request get(String target) {
        return new Request("GET", target, Map.of());
    }

    static Request from(String version) {
        return new Request(
                "GET", "/v1/enforce", Map.of("x-app-id", "shop", "x-app-platform", "ios", "x-app-version", version));
    }

    @Override
    public @Nullable String header(String name) {
        return fields.get(name.toLowerCase(Locale.ROOT));
    }
}
