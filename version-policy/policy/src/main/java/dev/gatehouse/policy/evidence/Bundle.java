package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a bundle, in a folder or in a zip. Nothing in it is believed yet, and nothing of it is unpacked. */
final class Bundle implements AutoCloseable {
    /** A bundle's largest file is the ledger or a scan's report; a larger one is refused before it is read whole. */
    static final int MOST_BYTES = 512 << 20;

    private static final int MOST_FILES = 1000;

    private final Path root;
    private final @Nullable FileSystem zip;

    private Bundle(Path root, @Nullable FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    /** Opens a folder or a zip; throws {@link BadInput} for anything else. */
    static Bundle open(Path place) {
        if (Files.isDirectory(place)) {
            return new Bundle(place, null);
        }
        if (!Files.isRegularFile(place)) {
            throw new BadInput(place + ": is no evidence bundle: name the folder or the zip that was collected");
        }
        try {
            var zip = FileSystems.newFileSystem(place);
            return new Bundle(zip.getPath("/"), zip);
        } catch (IOException | ProviderNotFoundException e) {
            throw new BadInput(place + ": is neither a folder nor a readable zip", e);
        }
    }

    /** The content of one file; none where there is no such file, or a link in its place. */
    Optional<byte[]> read(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var content = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IOException(name + " is larger than 512 MiB");
            }
            return Optional.of(content);
        }
    }

    /** Names of all files, with {@code /} between folders, sorted. */
    List<String> names() throws IOException {
        try (var files = Files.walk(root, 4)) {
            var names = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (names.size() > MOST_FILES) {
                throw new IOException("has more than %d files".formatted(MOST_FILES));
            }
            return names;
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
