package dev.gatehouse.findings.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFileIsReplacedAsAWhole() throws IOException {
        var file = folder.resolve("a.json");
        AtomicFile.write(file, out -> out.write(bytes("old and long")));
        AtomicFile.write(file, out -> out.write(bytes("new")));
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.json");
    }

    @Test
    void aWriterThatFailsHalfwayLeavesTheOldFileAndNothingElse() throws IOException {
        var file = folder.resolve("a.json");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(bytes("half"));
                    out.flush();
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.json");
    }

    @Test
    void aWriterMayCloseTheStream() throws IOException {
        var file = folder.resolve("a.json");
        AtomicFile.write(file, out -> {
            try (OutputStream closing = out) {
                closing.write(bytes("whole"));
            }
        });
        assertThat(file).hasContent("whole");
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        AtomicFile.write(link, out -> out.write(bytes("new")));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    void aMissingFolderIsAnError() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.json"), out -> {}))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
