package dev.gatehouse.trackers.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {
    @TempDir
    private Path folder;

    @Override
    Outbox another() {
        return SqlOutbox.open(folder.resolve("outbox.db"), clock);
    }

    @Test
    void fileIsItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("outbox.db"))))
                .isEqualTo("rw-------");
    }
}
