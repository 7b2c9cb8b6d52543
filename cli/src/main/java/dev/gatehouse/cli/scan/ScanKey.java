package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.GitCheckout;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that a scan's report is made from: this installation, the options, policy and baseline, the project,
 * what each scanner goes by, and the day, by which acceptances expire and databases age. With the same key a scan that
 * completes writes the same report again, but for its times.
 */
final class ScanKey {
    private static final String FORMAT = "report 1";

    private final Installation installation;
    private final FileDigests digests;
    private final Clock clock;

    ScanKey(Installation installation, FileDigests digests, Clock clock) {
        this.installation = installation;
        this.digests = digests;
        this.clock = clock;
    }

    /** None when a scanner's result cannot be known beforehand, or something cannot be read. */
    Optional<String> of(
            ScanOptions options, Policy policy, @Nullable Path baseline, Project project, List<Scanner> scanners) {
        try {
            var key = new Sha256().add(FORMAT);
            addTool(key);
            addOptions(key, options);
            key.add(policy.info().toString());
            key.add(baseline == null ? "none" : baseline + " " + digests.sha256(baseline));
            key.add(project.toString()).add(GitCheckout.of(project.directory()).toString());
            for (var scanner : scanners) {
                if (options.only().contains(scanner.kind())) {
                    var its = scanner.key(project);
                    if (its.isEmpty()) {
                        return Optional.empty();
                    }
                    key.add(scanner.kind().name()).add(its.get());
                }
            }
            return Optional.of(key.hex());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The command's own jars; the engines are part of what their scanners say. */
    private void addTool(Sha256 key) throws IOException {
        try (var jars = Files.newDirectoryStream(installation.home().resolve("lib"), "*.jar")) {
            var sorted = new TreeSet<Path>();
            jars.forEach(sorted::add);
            for (var jar : sorted) {
                key.add(digests.sha256(jar));
            }
        }
        key.add(Runtime.version().toString()).add(Locale.getDefault().toString());
        key.add(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        key.add(installation.columns() + " " + installation.terminal());
    }

    private static void addOptions(Sha256 key, ScanOptions options) {
        key.add(new TreeSet<>(options.only()).toString());
        key.add(options.classes().toString())
                .add(options.classPath().toString())
                .add(options.dependencies().toString());
        key.add(Boolean.toString(options.offline()));
        key.add(options.out().toAbsolutePath().normalize().toString());
    }
}
