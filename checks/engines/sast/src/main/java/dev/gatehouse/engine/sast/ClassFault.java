package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the first bytes of a class file say about whether this Java can read it (JVM specification, section 4.1). */
final class ClassFault {
    /** Bytes of magic number and version. */
    static final int HEADER = 8;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int MAJOR_OF_JAVA_0 = 44;

    private static final Pattern NAME = Pattern.compile("[^.;\\[/]+(?:/[^.;\\[/]+)*");

    private ClassFault() {}

    static Optional<Problem> of(String place, byte[] header) {
        if (header.length < HEADER || number(header, 0, 4) != MAGIC) {
            return Optional.of(new Problem(
                    "corrupt-class", place, "This is no class file or a truncated one; it was not looked at."));
        }
        int java = number(header, 6, 2) - MAJOR_OF_JAVA_0;
        int running = Runtime.version().feature();
        return java <= running
                ? Optional.empty()
                : Optional.of(new Problem(
                        "class-too-new",
                        place,
                        "This class is for Java %d, the scan runs on Java %d and could not look at it; run it on Java %d or newer."
                                .formatted(java, running, java)));
    }

    /** Whether a class can have this internal name at all (JVM specification, section 4.2). */
    static boolean isName(String internalName) {
        return NAME.matcher(internalName).matches();
    }

    static Problem misnamed(String place) {
        return new Problem("misnamed-class", place, "No class can have the name of this file; it was not looked at.");
    }

    static Problem unreadable(String place, IOException e) {
        return new Problem("unreadable-class", place, "This class cannot be read (%s).".formatted(e.getMessage()));
    }

    private static int number(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }
}
