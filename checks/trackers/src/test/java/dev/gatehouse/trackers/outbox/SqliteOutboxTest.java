package dev.gatehouse.trackers.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
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

    @Test
    void fileThatIsNoOutboxIsToldAndLeftAsItIs() throws Exception {
        var file = Files.writeString(folder.resolve("notes.txt"), "somebody's notes\n");
        assertThatThrownBy(() -> SqlOutbox.open(file, clock))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": is no outbox, but some other file; name another with --outbox");
        assertThat(file).hasContent("somebody's notes");
    }

    @Test
    void placeWhereNoFolderCanBeIsTold() throws Exception {
        var file = Files.writeString(folder.resolve("notes.txt"), "notes").resolve("outbox.db");
        assertThatThrownBy(() -> SqlOutbox.open(file, clock))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("outbox.db: the outbox cannot be made there");
    }
}
