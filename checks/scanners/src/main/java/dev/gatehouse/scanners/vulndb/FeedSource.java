package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Where feed files come from. */
public interface FeedSource {
    /**
     * Puts feed files into the directory.
     *
     * @return where they come from and what is known to be missing
     * @throws dev.gatehouse.findings.BadInput when the source is not what it should be
     */
    DatabaseInfo.Source provide(Path directory, Progress progress) throws IOException;
}
