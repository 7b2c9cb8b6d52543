package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The databases of a PostgreSQL server. Each is a schema of its own that nothing changes any more, so that scans read it
 * without a lock. Machines with different versions of the engine each have their current one. Feeds are not kept there.
 */
final class SharedDatabases implements VulnerabilityDatabases {
    /** A scan that has just read which database is current needs a moment to mark it as used. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final DependencyCheck engine;
    private final SharedServer server;
    private final DatabaseFolders folders;
    private final DatabaseBuilder builder;
    private final Clock clock;

    /** @param root folder for what is fetched on the way to the server */
    SharedDatabases(DependencyCheck engine, SharedServer server, Path root, Clock clock) {
        this.engine = engine;
        this.server = server;
        this.folders = new DatabaseFolders(root);
        this.builder = new DatabaseBuilder(engine, folders, clock);
        this.clock = clock;
    }

    @Override
    public ChosenDatabase choose() throws IOException {
        try (var connection = server.connect()) {
            var info = new ServerCatalogue(connection)
                    .current(engine.version())
                    .orElseThrow(() -> new BadInput(
                            ("the shared vulnerability database %s has nothing yet for Dependency-Check %s;"
                                            + " run 'gatehouse vulndb update' with it first")
                                    .formatted(server.display(), engine.version())));
            return new ChosenDatabase(info.digest(), info.name(), info.note(), info.date());
        } catch (SQLException e) {
            throw server.failure("does not answer", e);
        }
    }

    @Override
    public Lease lease(ChosenDatabase chosen, Progress progress) throws IOException, DamagedDatabase {
        var connection = server.connect();
        try {
            var catalogue = new ServerCatalogue(connection);
            catalogue.use(chosen.digest());
            var info = listed(catalogue, chosen)
                    .orElseThrow(() -> new DamagedDatabase(
                            "the shared vulnerability database %s was removed while the scan started; scan again"
                                    .formatted(chosen.digest())));
            var address = server.address(ServerCatalogue.schema(chosen.digest()));
            return new Lease(info, address, () -> close(connection));
        } catch (SQLException e) {
            close(connection);
            throw server.failure("does not answer", e);
        } catch (DamagedDatabase | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private void close(java.sql.Connection connection) throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw server.failure("does not let go", e);
        }
    }

    @Override
    public Lease repair(ChosenDatabase chosen, Lease damaged, Progress progress) throws DamagedDatabase {
        throw new DamagedDatabase(
                "the shared vulnerability database %s is damaged; run 'gatehouse vulndb update' with it"
                        .formatted(server.display()));
    }

    @Override
    public Optional<DatabaseInfo> info(ChosenDatabase chosen) throws IOException {
        try (var connection = server.connect()) {
            return listed(new ServerCatalogue(connection), chosen);
        } catch (SQLException e) {
            throw server.failure("does not answer", e);
        }
    }

    private Optional<DatabaseInfo> listed(ServerCatalogue catalogue, ChosenDatabase chosen) throws SQLException {
        return catalogue.rows(engine.version()).stream()
                .map(ServerCatalogue.Row::info)
                .filter(info -> info.digest().equals(chosen.digest()))
                .findFirst();
    }

    @Override
    public String place(ChosenDatabase chosen) {
        return server.display() + " schema " + ServerCatalogue.schema(chosen.digest());
    }

    @Override
    public DatabaseInfo adopt(FeedSource source, Progress progress) throws IOException {
        try (var staging = Staging.open(folders);
                var connection = server.connect()) {
            var from = source.provide(staging.feed(), progress);
            var feed = Feed.in(staging.feed());
            var digest = feed.digest(engine.version());
            var catalogue = new ServerCatalogue(connection);
            progress.at("vulndb", "waiting for others who make a database", 0, 0);
            catalogue.beginBuilding();
            var made = catalogue.rows(engine.version()).stream()
                    .map(ServerCatalogue.Row::info)
                    .filter(info -> info.digest().equals(digest))
                    .findFirst();
            var info = made.isPresent() ? made.get() : make(catalogue, staging, feed, from, progress);
            catalogue.makeCurrent(info, clock.instant());
            removeRetired(catalogue);
            return info;
        } catch (SQLException e) {
            throw server.failure("was not changed", e);
        } catch (EngineException e) {
            throw new BadInput("no database can be made of this: " + e.getMessage(), e);
        }
    }

    private DatabaseInfo make(
            ServerCatalogue catalogue, Staging staging, Feed feed, DatabaseInfo.Source from, Progress progress)
            throws IOException, SQLException, EngineException {
        var digest = feed.digest(engine.version());
        catalogue.clear(digest);
        var facts = builder.build(staging.feed(), server.address(ServerCatalogue.schema(digest)), digest, progress);
        return DatabaseInfo.onServer(
                digest, from, facts, engine.version(), clock.instant(), catalogue.size(digest), feed);
    }

    private void removeRetired(ServerCatalogue catalogue) throws SQLException {
        for (var row : catalogue.rows(engine.version())) {
            if (!row.current() && row.retired().isBefore(clock.instant().minus(GRACE))) {
                catalogue.removeUnused(row.info().digest());
            }
        }
    }

    @Override
    public List<OtherDatabase> others(ChosenDatabase chosen) throws IOException {
        try (var connection = server.connect()) {
            var catalogue = new ServerCatalogue(connection);
            var others = new java.util.ArrayList<OtherDatabase>();
            for (var row : catalogue.rows(engine.version())) {
                var digest = row.info().digest();
                if (!digest.equals(chosen.digest())) {
                    others.add(new OtherDatabase(digest, catalogue.inUse(digest)));
                }
            }
            return others;
        } catch (SQLException e) {
            throw server.failure("does not answer", e);
        }
    }

    @Override
    public List<String> check(DatabaseInfo info, Progress progress) throws IOException {
        try {
            var facts = builder.describe(server.address(ServerCatalogue.schema(info.digest())), progress);
            return facts.records() == info.records()
                    ? List.of()
                    : List.of("the database has %d records and should have %d"
                            .formatted(facts.records(), info.records()));
        } catch (EngineException e) {
            return List.of("the database does not open: " + e.getMessage());
        }
    }

    @Override
    public void export(ChosenDatabase chosen, Path target) {
        throw new BadInput(("the shared vulnerability database %s does not keep the feed that it was made of;"
                        + " export where a directory is used, or run 'gatehouse vulndb update' there")
                .formatted(server.display()));
    }
}
