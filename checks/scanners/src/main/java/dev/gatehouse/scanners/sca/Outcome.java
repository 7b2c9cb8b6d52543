package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer.Part;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Result;
import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.vulndb.ChosenDatabase;
import dev.gatehouse.scanners.vulndb.DependencyCheck;
import dev.gatehouse.scanners.vulndb.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a scan of libraries brings, also when it ends early. */
final class Outcome {
    private static final String NAME = "OWASP Dependency-Check";

    private final Clock clock;
    private final List<Problem> told;
    private final Instant start;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<Component> components = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable DependencyCheck engine;
    private @Nullable ChosenDatabase database;
    private @Nullable ScannerStatus failure;
    private String reason = "";
    private int libraries;
    private int cached;
    private int unread;

    /** @param told what is known to be wrong with the project already, and is not told again */
    Outcome(Clock clock, List<Problem> told) {
        this.told = told;
        this.clock = clock;
        this.start = clock.instant();
    }

    void engine(DependencyCheck dependencyCheck) {
        engine = dependencyCheck;
    }

    void database(ChosenDatabase chosen) {
        database = chosen;
        if (!chosen.note().isEmpty()) {
            notes.add(chosen.note());
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    void cached(int results) {
        cached = results;
    }

    void problem(Problem problem) {
        unread++;
        libraries++;
        problems.add(problem);
    }

    void fail(ScannerStatus status, String sentence) {
        failure = status;
        reason = sentence;
    }

    /** Names the result of a library: the same key, the same answer. */
    String key(LibraryFile file) {
        return Digests.sha256(String.join(
                "\n",
                "sca result 1",
                rules(),
                String.valueOf(file.sha256()),
                file.name(),
                String.valueOf(file.library().purl())));
    }

    private String rules() {
        return engine == null || database == null ? "" : Digests.sha256(engine.digest() + "\n" + database.digest());
    }

    /** @param result none when the engine did not get to it */
    void add(LibraryFile file, @Nullable Result result) {
        libraries++;
        if (result == null || result.parts().isEmpty()) {
            components.add(Components.of(file, purl(file, null), null));
        }
        if (result == null) {
            return;
        }
        for (var part : result.parts()) {
            var purl = purl(file, part);
            components.add(Components.of(file, purl, part));
            DependencyFindings.of(file, purl, part)
                    .forEach(finding -> findings.putIfAbsent(
                            finding.rule() + "\n" + purl + "\n" + file.library().display(), finding));
        }
        for (var trouble : result.troubles()) {
            var problem = new Problem(trouble.kind(), file.library().display(), trouble.sentence());
            if (!isTold(problem)) {
                problems.add(problem);
            }
        }
        unread += result.troubles().isEmpty() ? 0 : 1;
    }

    /** Discovery names the entry of an archive where it can. */
    private boolean isTold(Problem problem) {
        return told.stream()
                .anyMatch(other -> other.kind().equals(problem.kind())
                        && (other.place().equals(problem.place())
                                || other.place().startsWith(problem.place() + "!/")));
    }

    /** What the build tool says, else what the jar says of itself. */
    private static String purl(LibraryFile file, @Nullable Part part) {
        var told = file.library().purl();
        if (told != null && (part == null || !part.shaded())) {
            return told;
        }
        return part != null && part.purl() != null ? part.purl() : Coordinates.unidentified(file.name());
    }

    Scanner.Result result() {
        var status = failure != null ? failure : unread > 0 ? ScannerStatus.PARTIAL : ScannerStatus.COMPLETED;
        var sentence = failure == null && unread > 0
                ? "%d of %d libraries could not be looked at completely".formatted(unread, libraries)
                : reason;
        var counts = new LinkedHashMap<String, Long>();
        counts.put("libraries", (long) libraries);
        counts.put("cached", (long) cached);
        counts.put("unreadable", (long) unread);
        counts.put(
                "vulnerable",
                findings.values().stream().map(Finding::location).distinct().count());
        var run = new ScannerRun(
                ScannerKind.SCA,
                NAME,
                engine == null ? "" : engine.version(),
                status,
                sentence,
                Duration.between(start, clock.instant()).toMillis(),
                database == null ? null : rules(),
                database == null ? null : database.date(),
                database == null ? null : database.name(),
                database == null ? null : String.join(" ", notes),
                counts,
                problems);
        return new Scanner.Result(run, List.copyOf(findings.values()), components);
    }
}
