package dev.gatehouse.scanners.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestsTest {
    private static final Clock NEXT_DAY = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
    private static final int LARGE = 100_000;

    @TempDir
    Path folder;

    private Path file(char filling) throws IOException {
        return Files.writeString(
                folder.resolve("a.jar"), String.valueOf(filling).repeat(LARGE));
    }

    private FileDigests digests(Clock clock) {
        return FileDigests.load(folder.resolve("memory/digests"), clock);
    }

    @Test
    void aDigestIsWhatSha256sumPrints() throws IOException {
        var file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(digests(NEXT_DAY).sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aFileThatWasNotTouchedIsNotReadAgain() throws IOException {
        var file = file('a');
        var first = digests(NEXT_DAY);
        var digest = first.sha256(file);
        first.save();

        var memory = folder.resolve("memory/digests");
        assertThat(DigestMemory.read(memory)).containsOnlyKeys(file.toString());
        assertThat(digests(NEXT_DAY).sha256(file)).isEqualTo(digest);
    }

    @Test
    void anEditThatKeepsSizeAndModificationTimeIsSeen() throws IOException {
        var file = file('a');
        var time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, time);
        var first = digests(NEXT_DAY);
        var before = first.sha256(file);
        first.save();

        file('b');
        Files.setLastModifiedTime(file, time);

        assertThat(digests(NEXT_DAY).sha256(file)).isNotEqualTo(before);
    }

    @Test
    void whatWasChangedJustNowIsNotRemembered() throws IOException {
        var digests = digests(Clock.systemUTC());

        digests.sha256(file('a'));
        digests.save();

        assertThat(folder.resolve("memory/digests")).doesNotExist();
    }

    @Test
    void aDamagedMemoryIsNone() throws IOException {
        var file = file('a');
        var first = digests(NEXT_DAY);
        var digest = first.sha256(file);
        first.save();
        var memory = folder.resolve("memory/digests");
        Files.writeString(memory, Files.readString(memory).replace(digest, "0".repeat(64)));

        assertThat(digests(NEXT_DAY).sha256(file)).isEqualTo(digest);
    }

    @Test
    void twoProcessesKeepWhatEachOtherLearnt() throws IOException {
        var one = Files.writeString(folder.resolve("one.jar"), "1".repeat(LARGE));
        var two = Files.writeString(folder.resolve("two.jar"), "2".repeat(LARGE));
        var first = digests(NEXT_DAY);
        var second = digests(NEXT_DAY);
        first.sha256(one);
        second.sha256(two);

        first.save();
        second.save();

        assertThat(DigestMemory.read(folder.resolve("memory/digests")))
                .containsOnlyKeys(one.toString(), two.toString());
    }

    @Test
    void whereNothingCanBeKeptNothingIsKept() throws IOException {
        var file = file('a');
        var inTheWay = Files.writeString(folder.resolve("cache"), "a file");
        var digests = FileDigests.load(inTheWay.resolve("digests"), NEXT_DAY);
        digests.sha256(file);

        digests.save();

        assertThat(inTheWay).hasContent("a file");
    }
}
