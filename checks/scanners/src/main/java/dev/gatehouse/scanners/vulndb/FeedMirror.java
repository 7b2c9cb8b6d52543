package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Feed files behind an address: the NVD's own data feeds, or a mirror of them with one file a year and one of recent
 * changes ({@code modified}). What was fetched is kept, so the next update fetches only what changed.
 */
public final class FeedMirror implements FeedSource {
    private static final int FIRST_YEAR = 2002;

    private final URI base;
    private final Path downloads;
    private final Clock clock;
    private final Download download;

    /** @param downloads where to keep what was fetched */
    public FeedMirror(URI base, Path downloads, Clock clock) {
        this(
                base,
                downloads,
                clock,
                new Download(
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(30))
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build(),
                        time -> Thread.sleep(time.toMillis())));
    }

    FeedMirror(URI base, Path downloads, Clock clock, Download download) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.downloads = downloads.resolve(Digests.sha256(this.base.toString()).substring(0, 16));
        this.clock = clock;
        this.download = download;
    }

    @Override
    public DatabaseInfo.Source provide(Path directory, Progress progress) throws IOException {
        Files.createDirectories(downloads);
        var prefix = prefix();
        var parts = new ArrayList<String>();
        for (int year = FIRST_YEAR;
                year <= clock.instant().atZone(ZoneOffset.UTC).getYear();
                year++) {
            parts.add(Integer.toString(year));
        }
        parts.add("modified");
        var missing = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            var name = prefix + parts.get(i) + Feed.SUFFIX;
            progress.at("vulndb", "fetching " + name, i, parts.size());
            var file = downloads.resolve(name);
            if (download.fetch(base.resolve(name), file)) {
                check(file);
                Files.copy(file, directory.resolve(name));
            } else {
                missing.add(parts.get(i));
            }
        }
        if (missing.size() == parts.size()) {
            throw new BadInput("%s has no feed files named like %s2024%s; is it the address of a mirror?"
                    .formatted(base, prefix, Feed.SUFFIX));
        }
        var note = missing.isEmpty()
                ? ""
                : "The mirror has no file for " + missing.stream().collect(Collectors.joining(", ")) + ".";
        return new DatabaseInfo.Source("mirror " + base.getHost(), note);
    }

    /** Mirrors made with the vulnz tool say in a properties file how their files are called. */
    private String prefix() throws IOException {
        var file = downloads.resolve("cache.properties");
        if (!download.fetch(base.resolve("cache.properties"), file)) {
            return "nvdcve-2.0-";
        }
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        var prefix = properties.getProperty("prefix", "nvdcve-2.0-");
        if (!prefix.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new BadInput("%scache.properties names a prefix that is no file name".formatted(base));
        }
        return prefix;
    }

    /** A file that is not whole is thrown away, so that the next try fetches it again. */
    private static void check(Path file) throws IOException {
        try (var content = new GZIPInputStream(Files.newInputStream(file))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw new IOException("%s arrived damaged; run the update again".formatted(file.getFileName()), e);
        }
    }
}
