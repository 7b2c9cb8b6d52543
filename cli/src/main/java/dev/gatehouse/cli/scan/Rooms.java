package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.CacheHome;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.dast.DastScanner;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.DiscoverySettings;
import dev.gatehouse.scanners.project.Overrides;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.project.ProjectDiscovery;
import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.settings.SettingsFiles;
import dev.gatehouse.scanners.sast.SastScanner;
import dev.gatehouse.scanners.sast.SastSettings;
import dev.gatehouse.scanners.sca.ScaScanner;
import dev.gatehouse.scanners.vulndb.DatabasePlace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one scan works with: discovery and scanners, wired to this installation and its caches. */
final class Rooms implements AutoCloseable {
    /** Kept results beyond this are evicted, those not used for longest first. */
    private static final long CACHE_LIMIT = 2L << 30;

    private final Installation installation;
    private final ScanOptions options;
    private final Path work;
    private final Clock clock;
    private final ContentCache cache;
    private final FileDigests digests;

    Rooms(Installation installation, ScanOptions options, Path work, Clock clock) {
        this.installation = installation;
        this.options = options;
        this.work = work;
        this.clock = clock;
        var home = new CacheHome(installation.cache());
        this.cache = options.cache() ? new ContentCache(home.results(), clock) : ContentCache.off();
        this.digests = options.cache() ? FileDigests.load(home.digests(), clock) : FileDigests.forgetful(clock);
    }

    Project discover(ScanOptions asked) {
        var user = Path.of(System.getProperty("user.home"));
        var settings = new DiscoverySettings(
                new SettingsFiles(System.getenv(), user).read(ScanLine.folderOf(asked.target()), asked.offline()),
                user.resolve(".gradle"),
                work.resolve("unpacked"),
                ArchiveLimits.DEFAULT,
                Kept.resolutions(cache));
        var overrides =
                new Overrides(Path.of("").toAbsolutePath(), asked.classes(), asked.classPath(), asked.dependencies());
        return new ProjectDiscovery(settings).discover(asked.target(), overrides);
    }

    /**
     * @param own what the policy file says of the project's methods
     * @param dast none when there is no application to scan
     */
    List<Scanner> scanners(OwnMethods own, Optional<DastSettings> dast) {
        var engines = new EngineHome(installation.engines(), installation.java(), work.resolve("engines"));
        var sast = new SastSettings(
                options.threads() == 0 ? SastSettings.DEFAULT.processes() : options.threads(),
                SastSettings.DEFAULT.heapMegabytes(),
                options.timeLimit());
        var scanners = new ArrayList<Scanner>();
        scanners.add(new SastScanner(engines, cache, digests, sast, own));
        scanners.add(new ScaScanner(
                engines,
                new DatabasePlace(installation.data().resolve("vulndb"), options.database()),
                Kept.lookups(cache),
                digests,
                options.timeLimit(),
                clock));
        dast.map(settings -> dast(settings, engines)).ifPresent(scanners::add);
        return List.copyOf(scanners);
    }

    private Scanner dast(DastSettings settings, EngineHome engines) {
        return new DastScanner(
                settings,
                new ZapStart(engines),
                new Credentials(System.getenv()),
                options.out().toAbsolutePath().resolve("application.log"),
                options.timeLimit());
    }

    /** Of all that the report is made from; none when that cannot be said. */
    @Nullable
    String key(Policy policy, @Nullable Path baseline, Project project, List<Scanner> scanners) {
        return new ScanKey(installation, digests, clock)
                .of(options, policy, baseline, project, scanners)
                .orElse(null);
    }

    /** Keeps what this scan learned for the next one. */
    @Override
    public void close() {
        digests.save();
        cache.trim(CACHE_LIMIT);
    }
}
