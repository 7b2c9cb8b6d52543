package dev.gatehouse.client;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Keeps the last good document in a file. */
public final class FileStorage implements Storage {
    private final File file;

    public FileStorage(File file) {
        this.file = file;
    }

    @Override
    public byte @Nullable [] load() throws IOException {
        return file.exists() ? Files.readAllBytes(file.toPath()) : null;
    }

    @Override
    public void save(byte[] content) throws IOException {
        File fresh = new File(file.getPath() + ".new");
        Files.write(fresh.toPath(), content);
        Files.move(fresh.toPath(), file.toPath(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
