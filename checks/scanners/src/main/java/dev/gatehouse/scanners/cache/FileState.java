package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file was not touched.
 *
 * @param modified and changed (status change time, where the file system has one) in nanoseconds since 1970
 * @param inode number of the file in its file system; 0 where there is none
 */
public record FileState(long size, long modified, long changed, long inode) {

    /** The state of now. */
    public static FileState of(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            var unix = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
            return new FileState(
                    number(unix.get("size")),
                    nanos(unix.get("lastModifiedTime")),
                    nanos(unix.get("ctime")),
                    number(unix.get("ino")));
        }
        var basic = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(basic.size(), nanos(basic.lastModifiedTime()), nanos(basic.creationTime()), 0);
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static long nanos(@Nullable Object time) {
        var instant = ((FileTime) Objects.requireNonNull(time)).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** The later of the two times. */
    Instant latest() {
        return Instant.ofEpochSecond(0, Math.max(modified, changed));
    }
}
