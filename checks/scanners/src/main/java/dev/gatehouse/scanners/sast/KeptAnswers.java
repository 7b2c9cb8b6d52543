package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Answers of the engine, kept by what they depend on. */
final class KeptAnswers {
    /** What would be said again of the same content; other problems may be gone next time. */
    private static final Set<String> LASTING =
            Set.of("missing-classes", "skipped-methods", "class-too-new", "corrupt-class");

    private final ContentCache cache;
    private final ModuleKey keys;

    KeptAnswers(ContentCache cache, ModuleKey keys) {
        this.cache = cache;
        this.keys = keys;
    }

    /** The key; none when something that it is made of cannot be read. The engine will then say what. */
    Optional<String> key(Project.Module module) {
        try {
            return Optional.of(keys.of(module, SastRequest.Detectors.SECURITY));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<SastAnswer> get(String key) {
        return cache.get(key).flatMap(KeptAnswers::read);
    }

    /** None for an entry of another shape: it is replaced. */
    private static Optional<SastAnswer> read(byte[] entry) {
        try {
            return Optional.of(ReportJson.mapper().readValue(entry, SastAnswer.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String key, SastAnswer answer) {
        if (answer.problems().stream().allMatch(problem -> LASTING.contains(problem.kind()))) {
            try {
                cache.put(key, ReportJson.mapper().writeValueAsBytes(answer));
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory", e);
            }
        }
    }
}
