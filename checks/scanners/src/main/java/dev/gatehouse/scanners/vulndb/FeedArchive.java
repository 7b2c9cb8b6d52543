package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.core.JacksonException;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A vulnerability database to carry: a zip file of a manifest and feed files. It holds no database file, because opening
 * a foreign one can run code; who imports it makes the database of the feed.
 */
public record FeedArchive(Path file) implements FeedSource {
    private static final String MANIFEST = "gatehouse-vulndb.json";
    private static final String FEED = "feed/";
    private static final int FORMAT = 1;
    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.json\\.gz");

    /**
     * What an archive says of itself.
     *
     * @param files SHA-256 by name of feed file
     */
    private record Manifest(int format, String name, String note, Map<String, String> files) {}

    /** Writes an archive of a database's feed. */
    static void write(Path target, Path feed, DatabaseInfo.Source source) throws IOException {
        var files = new TreeMap<>(Feed.in(feed).files());
        AtomicFile.write(target, out -> {
            var zip = new ZipOutputStream(out);
            zip.setLevel(0);
            zip.putNextEntry(entry(MANIFEST));
            zip.write(ReportJson.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Manifest(FORMAT, source.name(), source.note(), files)));
            zip.closeEntry();
            for (var name : files.keySet()) {
                zip.putNextEntry(entry(FEED + name));
                Files.copy(feed.resolve(name), zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    /** Unpacks what the manifest names and nothing else, and checks every digest. */
    @Override
    public DatabaseInfo.Source provide(Path directory, Progress progress) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            refuseStrangers(zip, manifest);
            int done = 0;
            for (var declared : manifest.files().entrySet()) {
                progress.at(
                        "vulndb",
                        "unpacking " + declared.getKey(),
                        done++,
                        manifest.files().size());
                var target = directory.resolve(declared.getKey());
                try (var content = zip.getInputStream(zip.getEntry(FEED + declared.getKey()))) {
                    Files.copy(content, target);
                }
                if (!Digests.sha256(target).equals(declared.getValue())) {
                    throw new BadInput(
                            "%s is damaged: %s does not have the digest that its manifest names; copy it again"
                                    .formatted(file, declared.getKey()));
                }
            }
            return new DatabaseInfo.Source(manifest.name(), manifest.note());
        } catch (ZipException e) {
            throw new BadInput("%s is not an archive that 'gatehouse vulndb export' wrote".formatted(file), e);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BadInput("%s is not an archive that 'gatehouse vulndb export' wrote".formatted(file));
        }
        try (var content = zip.getInputStream(entry)) {
            var manifest = ReportJson.mapper().readValue(content.readNBytes(LARGEST_MANIFEST), Manifest.class);
            if (manifest.format() != FORMAT
                    || manifest.files() == null
                    || manifest.files().isEmpty()) {
                throw new BadInput("%s has format %d; this version of Gatehouse reads format %d"
                        .formatted(file, manifest.format(), FORMAT));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BadInput("%s has a manifest that cannot be read; export it again".formatted(file), e);
        }
    }

    private void refuseStrangers(ZipFile zip, Manifest manifest) {
        var present = new HashSet<String>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName();
            var feed = name.startsWith(FEED) ? name.substring(FEED.length()) : name;
            if (!name.equals(MANIFEST)
                    && !(NAME.matcher(feed).matches() && manifest.files().containsKey(feed) && present.add(feed))) {
                throw new BadInput("%s is refused: it has an entry that does not belong there".formatted(file));
            }
        }
        if (!present.equals(manifest.files().keySet())) {
            throw new BadInput("%s is refused: it does not have all files that its manifest names".formatted(file));
        }
    }
}
