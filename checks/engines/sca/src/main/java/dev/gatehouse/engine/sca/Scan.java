package dev.gatehouse.engine.sca;

import com.github.packageurl.MalformedPackageURLException;
import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.sca.ScanAnswer;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Trouble;
import dev.gatehouse.engine.protocol.sca.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.owasp.dependencycheck.data.nvd.ecosystem.Ecosystem;
import org.owasp.dependencycheck.dependency.Dependency;
import org.owasp.dependencycheck.exception.ExceptionCollection;
import org.owasp.dependencycheck.utils.InvalidSettingException;

/**
 * Looks libraries up, all in one run of Dependency-Check and still each by itself: every jar lies alone, under its
 * original name, in a directory of its own, so that nothing beside it (another jar, the pom of a repository) changes
 * what is found.
 */
final class Scan {
    private static final String COMPONENT = ".component";

    private final Path work;
    private final EngineLoop.Reporter reporter;

    Scan(Path work, EngineLoop.Reporter reporter) {
        this.work = work;
        this.reporter = reporter;
    }

    ScanAnswer run(ScanRequest request) throws IOException, ExceptionCollection, InvalidSettingException {
        var settings = OfflineSettings.reading(request.database(), work);
        var desks = Files.createTempDirectory(work, "jars");
        var troubles = new LinkedHashMap<String, List<Trouble>>();
        var folders = new LinkedHashMap<Path, String>();
        try (var engine = new WatchedEngine(settings, reporter)) {
            for (var item : request.items()) {
                var folder = Files.createDirectory(desks.resolve(Integer.toString(folders.size())));
                folders.put(folder, item.key());
                troubles.put(item.key(), new ArrayList<>());
                reporter.at(
                        "opening " + item.name(),
                        folders.size(),
                        request.items().size());
                add(engine, item, folder, troubles.get(item.key()));
            }
            var results = new Results(folders, troubles, new PublishedDates(request.database()));
            if (engine.getDependencies().length == 0) {
                return results.of(List.of());
            }
            try {
                engine.analyzeDependencies();
            } catch (ExceptionCollection e) {
                if (e.isFatal()) {
                    throw e;
                }
                results.note(e.getExceptions());
            }
            return results.of(List.of(engine.getDependencies()));
        } finally {
            settings.cleanup(true);
        }
    }

    private static void add(WatchedEngine engine, ScanRequest.Item item, Path folder, List<Trouble> troubles)
            throws IOException {
        var purl = Coordinates.of(item.purl());
        Dependency dependency;
        if (item.file() != null) {
            var trouble = ArchiveCheck.of(Path.of(item.file()));
            if (trouble.isPresent()) {
                troubles.add(trouble.get());
                return;
            }
            var file = Files.createSymbolicLink(folder.resolve(fileName(item.name(), ".jar")), Path.of(item.file()));
            engine.accept(file.toFile());
            dependency = new Dependency(file.toFile());
        } else if (purl.isPresent()) {
            var name = purl.get().getName() + "-" + purl.get().getVersion();
            var file = Files.createFile(folder.resolve(fileName(name, COMPONENT)));
            dependency = new Dependency(file.toFile(), true);
            // two components with equal digests would be merged into one
            dependency.setSha256sum(item.key());
            dependency.setEcosystem(Ecosystem.JAVA);
        } else {
            troubles.add(new Trouble(
                    "unidentified-component",
                    "has neither a file nor a package URL with a version, so nothing can be looked up"));
            return;
        }
        if (purl.isPresent()) {
            try {
                Coordinates.addTo(dependency, purl.get());
            } catch (MalformedPackageURLException e) {
                troubles.add(new Trouble("unidentified-component", "has a package URL that cannot be read"));
            }
        }
        engine.addDependency(dependency);
    }

    /** The last part of a hostile name, without what a file system or Dependency-Check takes for a path. */
    private static String fileName(String name, String extension) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^A-Za-z0-9._+=,@ ~()\\[\\]-]", "_");
        var stem = last.endsWith(extension) ? last.substring(0, last.length() - extension.length()) : last;
        var most = 150;
        return (stem.isBlank() ? "_" : stem.substring(0, Math.min(most, stem.length()))) + extension;
    }
}
