package dev.gatehouse.engine.protocol.sca;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks which vulnerabilities libraries have ({@code scan}). */
public record ScanRequest(DatabaseAddress database, List<Item> items) {
    public ScanRequest {
        items = List.copyOf(items);
    }

    /**
     * One library, looked at by itself.
     *
     * @param key names it in the answer
     * @param file the jar, absolute; none when only its package URL is known
     * @param name the jar's original file name: the engine draws conclusions from it
     * @param purl package URL if the build tool or a bill of materials tells it
     */
    public record Item(
            String key,
            @Nullable String file,
            String name,
            @Nullable String purl) {}
}
