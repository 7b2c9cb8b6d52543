package dev.gatehouse.engine.protocol.classpath;

import java.io.IOException;
import java.util.Optional;

/** An entry of a class path. Names are resource names such as {@code shop/Cart.class}. */
sealed interface ClassRoot permits FolderRoot, JarRoot {
    /** A class file above this size is refused: no compiler writes such, but an archive may claim to hold one. */
    int MAX_BYTES = 32 << 20;

    /** Whether there may be classes of a package such as {@code shop/web}; true when in doubt. */
    boolean hasPackage(String name);

    /**
     * The class file, if this entry has it.
     *
     * @throws IOException when it has one that cannot be read
     */
    Optional<byte[]> read(String resource) throws IOException;

    static byte[] limited(byte[] content, String place) throws IOException {
        if (content.length > MAX_BYTES) {
            throw new IOException("%s is larger than any class file".formatted(place));
        }
        return content;
    }
}
