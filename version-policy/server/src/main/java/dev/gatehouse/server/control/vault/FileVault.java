package dev.gatehouse.server.control.vault;

import dev.gatehouse.findings.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Documents as files of a folder that only its owner may enter: the version in the first line, the content behind it.
 * Writers of several processes wait for each other by a lock file.
 */
public final class FileVault implements Vault {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,120}");
    private static final String SUFFIX = ".doc";

    private final Path folder;

    /** @param folder is there already */
    public FileVault(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Stored> read(String name) {
        try {
            var bytes = Files.readAllBytes(file(name));
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            var version = Long.parseLong(new String(bytes, 0, end, StandardCharsets.US_ASCII));
            return Optional.of(new Stored(version, Arrays.copyOfRange(bytes, end + 1, bytes.length)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file(name) + ": cannot be read", e);
        } catch (NumberFormatException e) {
            throw new UncheckedIOException(new IOException(file(name) + ": is no document of the server's", e));
        }
    }

    @Override
    public synchronized boolean write(String name, long expected, byte[] content) {
        try (var channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            long now = read(name).map(Stored::version).orElse(0L);
            if (now != expected || !lock.isValid()) {
                return false;
            }
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(((now + 1) + "\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(content);
            AtomicFile.write(file(name), bytes::writeTo);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(file(name) + ": cannot be written", e);
        }
    }

    @Override
    public synchronized void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(file(name) + ": cannot be deleted", e);
        }
    }

    @Override
    public List<String> names(String prefix) {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a document cannot be called that");
        }
        return folder.resolve(name + SUFFIX);
    }
}
