package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer;
import dev.gatehouse.engine.protocol.sca.ScanRequest.Item;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.engine.EngineException;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.reach.LibraryUse;
import dev.gatehouse.scanners.vulndb.DamagedDatabase;
import dev.gatehouse.scanners.vulndb.DatabasePlace;
import dev.gatehouse.scanners.vulndb.DependencyCheck;
import dev.gatehouse.scanners.vulndb.Digests;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks every library of a project up in the vulnerability database. */
public final class ScaScanner implements Scanner {
    private final EngineHome home;
    private final DatabasePlace place;
    private final ResultStore store;
    private final FileDigests digests;
    private final Duration limit;
    private final Clock clock;

    /**
     * @param place of the vulnerability databases
     * @param known results of earlier scans
     * @param limit for everything the engine does in one scan
     */
    public ScaScanner(
            EngineHome home,
            DatabasePlace place,
            KnownResults known,
            FileDigests digests,
            Duration limit,
            Clock clock) {
        this.home = home;
        this.place = place;
        this.store = new ResultStore(known);
        this.digests = digests;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.SCA;
    }

    @Override
    public Optional<String> key(Project project) {
        try {
            var engine = DependencyCheck.of(home);
            var chosen = place.open(engine, clock).choose();
            var all = new StringBuilder("sca\n%s\n%s\n%s\n".formatted(engine.version(), engine.digest(), chosen));
            for (var library : project.libraries()) {
                all.append(LibraryFile.of(library, digests)).append('\n');
            }
            all.append(LibraryUse.key(project, digests));
            return Optional.of(Digests.sha256(all.toString()));
        } catch (IOException | BadInput e) {
            // the scan will say what cannot be read
            return Optional.empty();
        }
    }

    @Override
    public Scanner.Result scan(Project project, Progress progress) {
        var outcome = new Outcome(clock, project.problems());
        try {
            var engine = DependencyCheck.of(home);
            outcome.engine(engine);
            var databases = place.open(engine, clock);
            var chosen = databases.choose();
            outcome.database(chosen);
            var files = files(project, outcome, progress);
            var results = new HashMap<String, ScanAnswer.Result>();
            var unknown = new LinkedHashMap<String, Item>();
            files.forEach((file, key) -> store.get(key)
                    .ifPresentOrElse(result -> results.put(key, result), () -> unknown.put(key, item(file, key))));
            outcome.cached(files.size() - unknown.size());
            try {
                lookUp(unknown, results, new Lookup(engine, databases, chosen, limit, progress), outcome);
            } finally {
                files.forEach((file, key) -> outcome.add(file, results.get(key)));
            }
        } catch (EngineException e) {
            outcome.fail(
                    e.kind() == EngineException.Kind.TIMED_OUT ? ScannerStatus.TIMED_OUT : ScannerStatus.FAILED,
                    String.valueOf(e.getMessage()));
        } catch (IOException e) {
            outcome.fail(ScannerStatus.FAILED, "the libraries could not be looked up: " + e.getMessage());
        } catch (DamagedDatabase | BadInput e) {
            outcome.fail(ScannerStatus.FAILED, String.valueOf(e.getMessage()));
        }
        var result = outcome.result();
        progress.at("sca", "looking for uses of vulnerable libraries", 1, 1);
        return new Scanner.Result(result.run(), new LibraryUse(project).on(result.findings()), result.components());
    }

    /** Nothing unknown: no engine is started and no database opened. */
    private void lookUp(
            Map<String, Item> unknown, Map<String, ScanAnswer.Result> results, Lookup lookup, Outcome outcome)
            throws IOException, EngineException, DamagedDatabase {
        if (unknown.isEmpty()) {
            return;
        }
        for (var result : lookup.of(List.copyOf(unknown.values()))) {
            results.put(result.key(), result);
            store.put(result);
        }
        if (lookup.repaired()) {
            outcome.note("The database file was damaged and was made anew from its feed.");
        }
    }

    private Map<LibraryFile, String> files(Project project, Outcome outcome, Progress progress) {
        var files = new LinkedHashMap<LibraryFile, String>();
        var libraries = project.libraries();
        for (int i = 0; i < libraries.size(); i++) {
            var library = libraries.get(i);
            progress.at("sca", "reading " + library.display(), i, libraries.size());
            try {
                var file = LibraryFile.of(library, digests);
                files.put(file, outcome.key(file));
            } catch (IOException e) {
                outcome.problem(new Problem(
                        "unreadable-file", library.display(), "cannot be read (%s); make it readable".formatted(e)));
            }
        }
        return files;
    }

    private static Item item(LibraryFile file, String key) {
        var path = file.library().file();
        return new Item(
                key,
                path == null ? null : path.toAbsolutePath().toString(),
                file.name(),
                file.library().purl());
    }
}
