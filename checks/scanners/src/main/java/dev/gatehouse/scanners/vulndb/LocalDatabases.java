package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The databases of a data directory. The embedded one is made on its first use. */
final class LocalDatabases implements VulnerabilityDatabases {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private final DependencyCheck engine;
    private final DatabaseFolders folders;
    private final DatabaseBuilder builder;
    private final DatabaseChange change;

    /** @param root folder of the databases; made when first written to */
    LocalDatabases(DependencyCheck engine, Path root, Clock clock) {
        this.engine = engine;
        this.folders = new DatabaseFolders(root);
        this.builder = new DatabaseBuilder(engine, folders, clock);
        this.change = new DatabaseChange(engine, root, clock);
    }

    /** The database that scans use now: the current one, else the embedded one. */
    @Override
    public ChosenDatabase choose() throws IOException {
        var current = folders.current();
        if (current.isPresent()) {
            var info = DatabaseInfo.read(folders.database(current.get()));
            return new ChosenDatabase(madeBy(engine.version(), info), info.name(), info.note(), info.date());
        }
        return new ChosenDatabase(
                EmbeddedFeed.digest(engine.version()), EmbeddedFeed.NAME, EmbeddedFeed.NOTE, EmbeddedFeed.DATE);
    }

    /** A database outlives an upgrade of the engine: its feed is kept, and the new engine makes its own of it. */
    private static String madeBy(String version, DatabaseInfo info) {
        return info.engine().equals(version) ? info.digest() : new Feed(info.feed()).digest(version);
    }

    /**
     * Opens the chosen database for use, and makes it first if it is not there or was cut short.
     *
     * @throws DamagedDatabase when it is damaged and so is the feed that it could be made of
     */
    @Override
    public Lease lease(ChosenDatabase chosen, Progress progress) throws IOException, EngineException, DamagedDatabase {
        if (!intact(chosen.digest())) {
            make(chosen, () -> intact(chosen.digest()), progress);
        }
        return Lease.on(folders, DatabaseInfo.read(folders.database(chosen.digest())));
    }

    /** Makes a database anew that turned out to be damaged, unless another scan has done so meanwhile. */
    @Override
    public Lease repair(ChosenDatabase chosen, Lease damaged, Progress progress)
            throws IOException, EngineException, DamagedDatabase {
        make(
                chosen,
                () -> intact(chosen.digest())
                        && built(chosen.digest()).isAfter(damaged.info().built()),
                progress);
        return Lease.on(folders, DatabaseInfo.read(folders.database(chosen.digest())));
    }

    /** What the chosen database says of itself; none before it is made. */
    @Override
    public Optional<DatabaseInfo> info(ChosenDatabase chosen) throws IOException {
        return folders.has(chosen.digest())
                ? Optional.of(DatabaseInfo.read(folders.database(chosen.digest())))
                : Optional.empty();
    }

    @Override
    public String place(ChosenDatabase chosen) {
        return folders.database(chosen.digest()).toString();
    }

    @Override
    public DatabaseInfo adopt(FeedSource source, Progress progress) throws IOException {
        return change.adopt(source, progress);
    }

    @Override
    public List<OtherDatabase> others(ChosenDatabase chosen) throws IOException {
        var others = new ArrayList<OtherDatabase>();
        for (var digest : change.others(chosen.digest())) {
            others.add(new OtherDatabase(digest, change.inUse(digest)));
        }
        return others;
    }

    @Override
    public List<String> check(DatabaseInfo info, Progress progress) throws IOException {
        return new DatabaseCheck(folders, builder).of(info, progress);
    }

    /** Writes an archive that {@link FeedArchive} reads on another machine. */
    @Override
    public void export(ChosenDatabase chosen, Path target) throws IOException, DamagedDatabase {
        try (var staging = Staging.open(folders)) {
            var source = provideFeed(chosen, staging.feed());
            FeedArchive.write(target, staging.feed(), source);
        }
    }

    private void make(ChosenDatabase chosen, BooleanSupplier there, Progress progress)
            throws IOException, EngineException, DamagedDatabase {
        progress.at("vulndb", "making the vulnerability database", 0, 0);
        var lockFile = folders.root().resolve("build.lock");
        try (var lock = BuildLock.acquire(lockFile, LONGEST_WAIT, there)) {
            if (there.getAsBoolean()) {
                return;
            }
            if (!lock.held()) {
                progress.at("vulndb", "making the vulnerability database without waiting longer", 0, 0);
            }
            try (var staging = Staging.open(folders)) {
                var source = provideFeed(chosen, staging.feed());
                builder.replace(staging, chosen.digest(), source, progress);
            }
        }
    }

    private DatabaseInfo.Source provideFeed(ChosenDatabase chosen, Path target) throws IOException, DamagedDatabase {
        if (chosen.digest().equals(EmbeddedFeed.digest(engine.version()))) {
            EmbeddedFeed.write(target);
            return EmbeddedFeed.source();
        }
        var info = DatabaseInfo.read(folders.database(folders.current().orElse(chosen.digest())));
        for (var file : info.feed().entrySet()) {
            var kept = folders.database(info.digest()).resolve("feed").resolve(file.getKey());
            if (!Files.exists(kept) || !Digests.sha256(kept).equals(file.getValue())) {
                throw new DamagedDatabase(
                        "the vulnerability database is damaged and so is its feed file %s; run 'gatehouse vulndb update'"
                                .formatted(file.getKey()));
            }
            Files.copy(kept, target.resolve(file.getKey()));
        }
        return new DatabaseInfo.Source(info.name(), info.note());
    }

    private boolean intact(String digest) {
        try {
            var file = folders.database(digest).resolve(DatabaseInfo.DATABASE);
            return folders.has(digest)
                    && Files.exists(file)
                    && Files.size(file)
                            == DatabaseInfo.read(folders.database(digest)).bytes();
        } catch (IOException e) {
            // what cannot be read is not intact, and is made anew
            return false;
        }
    }

    private Instant built(String digest) {
        try {
            return DatabaseInfo.read(folders.database(digest)).built();
        } catch (IOException e) {
            return Instant.MIN;
        }
    }
}
