package dev.gatehouse.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where an app keeps the last good document between starts: on Android a file of {@code getFilesDir()}. */
public interface Storage {

    /** What was saved last; null when nothing was. */
    byte @Nullable [] load() throws IOException;

    /** Replaces what was saved, whole or not at all. */
    void save(byte[] content) throws IOException;
}
