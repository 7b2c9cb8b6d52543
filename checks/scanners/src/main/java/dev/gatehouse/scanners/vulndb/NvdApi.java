package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.core.JacksonException;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The NVD's CVE API 2.0. The first time everything is fetched, later what changed since. Every page is kept when it is
 * there, so an update that broke off goes on with the page that was next.
 */
public final class NvdApi implements FeedSource {
    public static final URI ADDRESS = URI.create("https://services.nvd.nist.gov/rest/json/cves/2.0");

    private static final int PAGE = 2000;
    private static final int TRIES = 6;
    /** The API takes windows of at most 120 days. */
    private static final Duration WINDOW = Duration.ofDays(119);
    /** Pages of a run that broke off longer ago do not fit to new ones any more. */
    private static final Duration RESUMABLE = Duration.ofDays(3);

    private final URI address;
    private final String key;
    private final Path folder;
    private final Clock clock;
    private final HttpClient http;
    private final Download.Pause pause;

    /**
     * What was fetched so far.
     *
     * @param complete everything that changed until then is there; none before the first run is through
     * @param running when the run that is not through yet began
     */
    private record State(
            @Nullable Instant complete, @Nullable Instant running) {}

    /** A span of changes to fetch; open means everything. */
    private record Window(
            int number, @Nullable Instant from, @Nullable Instant to) {}

    /** @param key as the NVD gave it out; sent as a header and never written anywhere */
    public NvdApi(URI address, String key, Path downloads, Clock clock) {
        this(
                address,
                key,
                downloads,
                clock,
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build(),
                time -> Thread.sleep(time.toMillis()));
    }

    NvdApi(URI address, String key, Path downloads, Clock clock, HttpClient http, Download.Pause pause) {
        this.address = address;
        this.key = key;
        this.folder = downloads.resolve("nvd-api");
        this.clock = clock;
        this.http = http;
        this.pause = pause;
    }

    @Override
    public DatabaseInfo.Source provide(Path directory, Progress progress) throws IOException {
        Files.createDirectories(folder);
        var state = state();
        var now = clock.instant();
        var running = state.running() != null && state.running().isAfter(now.minus(RESUMABLE)) ? state.running() : now;
        save(new State(state.complete(), running));
        for (var window : windows(state.complete(), running)) {
            fetch(window, running, progress);
        }
        save(new State(running, null));
        try (var pages = Files.list(folder)) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(Feed.SUFFIX)).toList()) {
                Files.copy(page, directory.resolve(page.getFileName().toString()));
            }
        }
        return new DatabaseInfo.Source("nvd-api", "");
    }

    private static List<Window> windows(@Nullable Instant since, Instant until) {
        var windows = new ArrayList<Window>();
        if (since == null) {
            windows.add(new Window(0, null, null));
            return windows;
        }
        for (var from = since; from.isBefore(until); from = from.plus(WINDOW)) {
            var to = from.plus(WINDOW);
            windows.add(new Window(windows.size(), from, to.isBefore(until) ? to : until));
        }
        return windows;
    }

    private void fetch(Window window, Instant running, Progress progress) throws IOException {
        long total = 1;
        for (int start = 0; start < total; start += PAGE) {
            var page = folder.resolve("nvdcve-2.0-api-%012d-%03d-%07d%s"
                    .formatted(running.getEpochSecond(), window.number(), start, Feed.SUFFIX));
            progress.at("vulndb", "fetching records from the NVD", start, total == 1 ? 0 : total);
            if (!Files.exists(page)) {
                var text = get(window, start);
                AtomicFile.write(page, out -> {
                    var zipped = new GZIPOutputStream(out);
                    zipped.write(text);
                    zipped.finish();
                });
            }
            total = total(page);
        }
    }

    private static long total(Path page) throws IOException {
        try (var text = new GZIPInputStream(Files.newInputStream(page));
                var json = ReportJson.mapper().createParser(text)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if ("totalResults".equals(json.currentName()) && token.isNumeric()) {
                    return json.getLongValue();
                }
            }
        } catch (JacksonException e) {
            Files.deleteIfExists(page);
            throw new IOException("the NVD sent something that is no JSON; run the update again", e);
        }
        Files.deleteIfExists(page);
        throw new IOException("the NVD sent a page without a number of results; run the update again");
    }

    private byte[] get(Window window, int start) throws IOException {
        var query = "?resultsPerPage=" + PAGE + "&startIndex=" + start;
        if (window.from() != null && window.to() != null) {
            query += "&lastModStartDate=" + window.from() + "&lastModEndDate=" + window.to();
        }
        var request = HttpRequest.newBuilder(URI.create(address + query))
                .timeout(Duration.ofMinutes(5))
                .header("apiKey", key)
                .build();
        var last = "no answer";
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                // the NVD allows 50 requests in 30 seconds
                pause.sleep(tries == 0 ? Duration.ofMillis(700) : Duration.ofSeconds(6L * (1L << tries)));
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    return response.body();
                }
                last = "status " + response.statusCode();
                if (response.statusCode() == 404) {
                    throw new BadInput("the NVD does not know the key in NVD_API_KEY");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the update was interrupted", e);
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            }
        }
        throw new IOException("the NVD does not answer (%s); run the update again later, it goes on where it stopped"
                .formatted(last));
    }

    private State state() throws IOException {
        var file = folder.resolve("state.json");
        if (!Files.exists(file)) {
            return new State(null, null);
        }
        try {
            return ReportJson.mapper().readValue(file.toFile(), State.class);
        } catch (JacksonException e) {
            throw new IOException("%s is damaged; remove the folder and run the update again".formatted(file), e);
        }
    }

    private void save(State state) throws IOException {
        AtomicFile.write(
                folder.resolve("state.json"),
                out -> out.write(ReportJson.mapper().writeValueAsBytes(state)));
    }
}
