package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a ledger file may hold behind its last line feed. A power cut leaves the beginning of a line, perhaps followed by
 * zeros; its entry was never acknowledged. Anything else is damage to what was acknowledged and must not be touched.
 */
enum TornLine {
    NOTHING,
    /** The beginning of an entry: may be cut off. */
    BEGINNING,
    /** A whole entry that lacks its line feed only. */
    WHOLE,
    DAMAGE;

    private static final int HASH = 64;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern START =
            Pattern.compile("[0-9a-f]{0,64}|[0-9a-f]{64} |[0-9a-f]{64} \\{[^\\x00-\\x1f]*");

    static TornLine of(byte[] tail) {
        var written = withoutZeros(tail);
        if (tail.length == 0) {
            return NOTHING;
        }
        if (!START.matcher(new String(written, StandardCharsets.ISO_8859_1)).matches()) {
            return DAMAGE;
        }
        long end = endOfObject(written);
        if (end < 0) {
            return BEGINNING;
        }
        return end == written.length ? WHOLE : DAMAGE;
    }

    static byte[] withoutZeros(byte[] tail) {
        int length = tail.length;
        while (length > 0 && tail[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(tail, length);
    }

    /** Where the line's JSON object ends; negative when it does not. */
    private static long endOfObject(byte[] line) {
        int start = HASH + 1;
        if (line.length <= start) {
            return -1;
        }
        try (var parser = JSON.createParser(line, start, line.length - start)) {
            parser.nextToken();
            parser.skipChildren();
            return start + parser.currentLocation().getByteOffset();
        } catch (IOException unfinished) {
            return -1;
        }
    }
}
