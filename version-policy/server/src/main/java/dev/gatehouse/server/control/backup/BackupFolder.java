package dev.gatehouse.server.control.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A folder of backups, each named after the second in which it was begun. */
public final class BackupFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'gatehouse-'yyyyMMdd'T'HHmmss'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAMED = Pattern.compile("gatehouse-[0-9]{8}T[0-9]{6}Z\\.zip");

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a backup that is begun now goes. */
    public Path file(Instant now) {
        return folder.resolve(NAME.format(now));
    }

    /**
     * Deletes backups that are older than {@code keep}, but never the newest.
     *
     * @return how many
     */
    public int sweep(Instant now, Duration keep) {
        var oldest = NAME.format(now.minus(keep));
        var all = all();
        var old = all.stream()
                .limit(Math.max(0, all.size() - 1))
                .filter(name -> name.compareTo(oldest) < 0)
                .toList();
        try {
            for (var name : old) {
                Files.delete(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": an old backup cannot be deleted", e);
        }
        return old.size();
    }

    /** Names of backups, oldest first; other files are none of ours. */
    private List<String> all() {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAMED.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
    }
}
