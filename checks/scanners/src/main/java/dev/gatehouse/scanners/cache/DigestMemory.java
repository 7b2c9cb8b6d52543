package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file of {@link FileDigests}: the SHA-256 of the rest on the first line, then a line a file: digest, size, times,
 * inode, path. Newest entries last; the oldest are dropped when there are too many.
 */
final class DigestMemory {
    private static final int MAX_ENTRIES = 20_000;
    private static final int CELLS = 6;

    private DigestMemory() {}

    static Map<String, FileDigests.Remembered> read(Path file) {
        var entries = new LinkedHashMap<String, FileDigests.Remembered>();
        try {
            var text = Files.readString(file);
            int end = text.indexOf('\n');
            if (end < 0 || !text.substring(0, end).equals(digest(text.substring(end + 1)))) {
                return entries;
            }
            text.substring(end + 1).lines().forEach(line -> {
                var cells = line.split(" ", CELLS);
                var state = new FileState(number(cells[1]), number(cells[2]), number(cells[3]), number(cells[4]));
                entries.put(cells[5], new FileDigests.Remembered(state, cells[0]));
            });
        } catch (IOException e) {
            // none yet, or unreadable: everything is read again
            return entries;
        }
        return entries;
    }

    private static long number(String cell) {
        return Long.parseLong(cell);
    }

    static void write(Path file, Map<String, FileDigests.Remembered> fresh) throws IOException {
        var all = read(file);
        fresh.forEach((path, remembered) -> {
            all.remove(path);
            if (path.lines().count() == 1) {
                all.put(path, remembered);
            }
        });
        var text = new StringBuilder();
        all.entrySet().stream().skip(Math.max(0, all.size() - MAX_ENTRIES)).forEach(entry -> {
            var state = entry.getValue().state();
            text.append(entry.getValue().sha256())
                    .append(' ')
                    .append(state.size())
                    .append(' ')
                    .append(state.modified())
                    .append(' ')
                    .append(state.changed())
                    .append(' ')
                    .append(state.inode())
                    .append(' ')
                    .append(entry.getKey())
                    .append('\n');
        });
        var bytes = (digest(text.toString()) + "\n" + text).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, bytes);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.bytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
