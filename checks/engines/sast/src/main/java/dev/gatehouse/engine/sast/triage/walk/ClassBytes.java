package dev.gatehouse.engine.sast.triage.walk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells without reading a class file's structure whether it may be worth reading. */
public final class ClassBytes {
    private ClassBytes() {}

    /** Whether the text stands anywhere in the file, as names and constants do. */
    public static boolean mention(byte[] bytes, String text) {
        var part = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
