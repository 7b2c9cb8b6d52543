package dev.gatehouse.scanners.sast;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.engine.protocol.sast.Lookups;
import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers of the engine, kept by what they depend on. An answer lies under the key of what its analysis looked up; the
 * key of the whole class path points at it; and the module's own key has the list of what was looked up, for the case
 * that something on the class path changed which no lookup met.
 */
final class KeptAnswers {
    /** What would be said again of the same content; other problems may be gone next time. */
    private static final Set<String> LASTING =
            Set.of("missing-classes", "skipped-methods", "class-too-new", "corrupt-class");

    /** Class paths of a module that are told apart: some branches that take turns. */
    private static final int MAX_LOOKUPS = 6;

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private static final TypeReference<List<Lookups>> LISTED = new TypeReference<>() {};

    private final ContentCache cache;
    private final ModuleKey keys;
    private final ClassPathView view;

    KeptAnswers(ContentCache cache, ModuleKey keys, ClassPathView view) {
        this.cache = cache;
        this.keys = keys;
        this.view = view;
    }

    /** Where a module's answer is kept; nowhere when something that it depends on cannot be read. The engine says what. */
    Optional<Place> place(Project.Module module) {
        try {
            var own = keys.own(module, SastRequest.Detectors.SECURITY);
            return Optional.of(new Place(module, own, keys.exact(own, module)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the answer for one module as it is now is kept. */
    final class Place {
        private final Project.Module module;
        private final String own;
        private final String exact;

        private Place(Project.Module module, String own, String exact) {
            this.module = module;
            this.own = own;
            this.exact = exact;
        }

        Optional<SastAnswer> find() {
            var pointed = cache.get(exact)
                    .map(key -> new String(key, StandardCharsets.US_ASCII))
                    .filter(key -> KEY.matcher(key).matches());
            return pointed.flatMap(KeptAnswers.this::answer).or(this::findByLookups);
        }

        private Optional<SastAnswer> findByLookups() {
            for (var lookups : listed()) {
                if (view.stillHolds(lookups, module)) {
                    var key = keys.answer(own, lookups);
                    var answer = answer(key);
                    answer.ifPresent(found -> point(key));
                    return answer;
                }
            }
            return Optional.empty();
        }

        void put(SastAnswer answer) {
            var lookups = answer.lookups();
            if (lookups == null || !answer.problems().stream().allMatch(problem -> LASTING.contains(problem.kind()))) {
                return;
            }
            var key = keys.answer(own, lookups);
            var bare = new SastAnswer(answer.findings(), answer.classes(), answer.detectors(), answer.problems(), null);
            cache.put(key, json(bare));
            var all = new ArrayList<Lookups>();
            all.add(lookups);
            listed().stream()
                    .filter(other -> !other.equals(lookups))
                    .limit(MAX_LOOKUPS - 1)
                    .forEach(all::add);
            cache.put(keys.lookups(own), json(all));
            point(key);
        }

        private List<Lookups> listed() {
            return cache.get(keys.lookups(own))
                    .flatMap(entry -> read(entry, LISTED))
                    .orElse(List.of());
        }

        private void point(String key) {
            cache.put(exact, key.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Optional<SastAnswer> answer(String key) {
        return cache.get(key).flatMap(entry -> read(entry, new TypeReference<SastAnswer>() {}));
    }

    /** None for an entry of another shape: it is replaced. */
    private static <T> Optional<T> read(byte[] entry, TypeReference<T> type) {
        try {
            return Optional.of(ReportJson.mapper().readValue(entry, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] json(Object value) {
        try {
            return ReportJson.mapper().writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
