package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.databind.DatabindException;
import dev.gatehouse.engine.protocol.sca.DatabaseFacts;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of itself; {@code info.json} in its directory, written last: a directory without it is not a
 * database yet.
 *
 * @param digest names the database; SHA-256 over its feed and the engine's version
 * @param name where it comes from, such as {@code embedded} or {@code nvd-api}
 * @param note what it does not have, for people; empty when nothing is known to be missing
 * @param date of its newest record, ISO 8601
 * @param records number of vulnerabilities
 * @param years records by the year in their identifier
 * @param skipped records of the feed that could not be stored
 * @param engine version of Dependency-Check that made it
 * @param built when it was made
 * @param bytes size of the database
 * @param sha256 of the database file; empty on a server
 * @param feed SHA-256 of its feed files by name
 */
public record DatabaseInfo(
        String digest,
        String name,
        String note,
        @Nullable String date,
        long records,
        Map<String, Long> years,
        List<String> skipped,
        String engine,
        Instant built,
        long bytes,
        String sha256,
        Map<String, String> feed) {
    static final String FILE = "info.json";
    static final String DATABASE = "odc.mv.db";

    /** A year with fewer records than this is missing, not quiet: the NVD has had thousands in each since 2002. */
    private static final long FEW = 100;

    private static final int FIRST_YEAR = 2002;

    public DatabaseInfo {
        years = new TreeMap<>(years);
        skipped = List.copyOf(skipped);
        feed = new TreeMap<>(feed);
    }

    /** The years of which the database has next to nothing, up to the year of its newest record. */
    public List<Integer> gaps() {
        if (date == null) {
            return List.of();
        }
        return IntStream.rangeClosed(FIRST_YEAR, LocalDate.parse(date).getYear())
                .filter(year -> years.getOrDefault(Integer.toString(year), 0L) < FEW)
                .boxed()
                .toList();
    }

    static DatabaseInfo read(Path directory) throws IOException {
        try {
            return ReportJson.mapper().readValue(directory.resolve(FILE).toFile(), DatabaseInfo.class);
        } catch (DatabindException e) {
            throw new IOException("%s in %s is damaged".formatted(FILE, directory), e);
        }
    }

    void write(Path directory) throws IOException {
        Files.writeString(
                directory.resolve(FILE),
                ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static DatabaseInfo of(
            String digest, Source source, DatabaseFacts facts, String engine, Instant built, Path database, Feed feed)
            throws IOException {
        return of(digest, source, facts, engine, built, Files.size(database), Digests.sha256(database), feed);
    }

    /** A database on a server has no file and so no digest of one. */
    static DatabaseInfo onServer(
            String digest, Source source, DatabaseFacts facts, String engine, Instant built, long bytes, Feed feed) {
        return of(digest, source, facts, engine, built, bytes, "", feed);
    }

    private static DatabaseInfo of(
            String digest,
            Source source,
            DatabaseFacts facts,
            String engine,
            Instant built,
            long bytes,
            String sha256,
            Feed feed) {
        return new DatabaseInfo(
                digest,
                source.name(),
                source.note(),
                facts.newest(),
                facts.records(),
                facts.years(),
                facts.skipped(),
                engine,
                built,
                bytes,
                sha256,
                feed.files());
    }

    /**
     * Where a feed comes from.
     *
     * @param note what it is known not to have; empty when nothing
     */
    public record Source(String name, String note) {}
}
