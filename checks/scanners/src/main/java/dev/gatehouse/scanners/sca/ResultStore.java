package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer.Result;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Results of single libraries as the cache keeps them. */
final class ResultStore {
    /** Troubles that the same file has every time; others may be gone in the next scan. */
    private static final Set<String> LASTING =
            Set.of("unreadable-archive", "encrypted-archive", "zip-bomb", "unidentified-component", "not-analysed");

    private final KnownResults known;

    ResultStore(KnownResults known) {
        this.known = known;
    }

    Optional<Result> get(String key) {
        return known.get(key).flatMap(bytes -> {
            try {
                return Optional.of(ReportJson.mapper().readValue(bytes, Result.class));
            } catch (IOException e) {
                // not ours or of another version: as good as unknown
                return Optional.empty();
            }
        });
    }

    void put(Result result) {
        if (result.troubles().stream().allMatch(trouble -> LASTING.contains(trouble.kind()))) {
            try {
                known.put(result.key(), ReportJson.mapper().writeValueAsBytes(result));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
