package dev.gatehouse.scanners.vulndb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedArchiveTest {
    @TempDir
    Path folder;

    private Path archive(Map<String, String> entries) throws IOException {
        var file = folder.resolve("archive.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String manifest(String name, String digest) {
        return "{\"format\": 1, \"name\": \"x\", \"note\": \"\", \"files\": {\"%s\": \"%s\"}}".formatted(name, digest);
    }

    private void refused(Path archive, String why) throws IOException {
        var target = Files.createDirectories(folder.resolve("target"));
        assertThatThrownBy(() -> new FeedArchive(archive).provide(target, Progress.SILENT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(why);
        assertThat(folder.resolve("evil.json.gz")).doesNotExist();
    }

    @Test
    void aPathOutOfTheDirectoryIsRefused() throws IOException {
        refused(
                archive(Map.of(
                        "gatehouse-vulndb.json",
                        manifest("../evil.json.gz", Digests.sha256("x")),
                        "feed/../evil.json.gz",
                        "x")),
                "does not belong there");
    }

    @Test
    void anEntryThatTheManifestDoesNotNameIsRefused() throws IOException {
        refused(
                archive(Map.of(
                        "gatehouse-vulndb.json", manifest("a.json.gz", Digests.sha256("x")),
                        "feed/a.json.gz", "x",
                        "odc.mv.db", "a database file could run code")),
                "does not belong there");
    }

    @Test
    void aFileThatIsMissingIsRefused() throws IOException {
        refused(
                archive(Map.of("gatehouse-vulndb.json", manifest("a.json.gz", Digests.sha256("x")))),
                "does not have all files");
    }

    @Test
    void aFileOfAnotherDigestIsRefused() throws IOException {
        refused(
                archive(Map.of(
                        "gatehouse-vulndb.json", manifest("a.json.gz", Digests.sha256("x")), "feed/a.json.gz", "y")),
                "a.json.gz does not have the digest");
    }

    @Test
    void anythingElseIsNoArchive() throws IOException {
        refused(Files.writeString(folder.resolve("text.zip"), "text"), "is not an archive");
        refused(archive(Map.of("other.txt", "x")), "is not an archive");
    }
}
