package dev.gatehouse.scanners.project.archive;

/**
 * An entry as the central directory describes it (APPNOTE.TXT 4.3.12); everything in it is a claim.
 *
 * @param name bytes that are not UTF-8 are replaced
 * @param flags general purpose bit flag
 * @param offset of the local header in the file
 * @param unixMode upper half of the external attributes when a Unix made it, else 0
 */
public record ZipEntryInfo(
        String name, int flags, int method, long crc, long packed, long size, long offset, int unixMode) {
    private static final int FILE_TYPE = 0170000;
    private static final int SYMBOLIC_LINK = 0120000;

    public boolean isDirectory() {
        return name.endsWith("/");
    }

    public boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    public boolean isSymbolicLink() {
        return (unixMode & FILE_TYPE) == SYMBOLIC_LINK;
    }

    /** Whether the name stays inside the archive: relative, no {@code ..}, no drive, no control character. */
    public boolean hasSafeName() {
        return !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && !(name.length() > 1 && name.charAt(1) == ':')
                && !("/" + name + "/").contains("/../");
    }
}
