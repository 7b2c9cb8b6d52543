package dev.gatehouse.scanners.project.archive;

/**
 * How much of an archive is read at most.
 *
 * @param entries of one archive
 * @param entryBytes unpacked, of one entry
 * @param totalBytes unpacked, of one archive with all that is nested in it
 * @param ratio unpacked to packed bytes of one entry, from 16 MB on
 * @param depth of archives in archives; 1 allows none
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio, int depth) {
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(500_000, 2L << 30, 8L << 30, 200, 5);

    private static final long RATIO_COUNTS_FROM = 16L << 20;

    boolean isBomb(long packed, long unpacked) {
        return unpacked > RATIO_COUNTS_FROM && unpacked / ratio > packed;
    }
}
