package dev.gatehouse.scanners.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCacheTest {
    private static final String KEY = key("one");

    @TempDir
    Path folder;

    private static String key(String text) {
        return new Sha256().add(text).hex();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ContentCache cache() {
        return new ContentCache(folder.resolve("results"), Clock.systemUTC());
    }

    private Path entry() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void anotherProcessReadsWhatOneKept() {
        cache().put(KEY, bytes("content"));

        assertThat(cache().get(KEY))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(bytes("content")));
        assertThat(cache().get(key("two"))).isEmpty();
    }

    @Property(tries = 50)
    void everyContentComesBackAsItWas(@ForAll byte[] content) throws IOException {
        assertThat(Entry.decode(Entry.encode(content))).isEqualTo(content);
    }

    @Test
    void aTruncatedEntryIsDroppedAndCanBeKeptAgain() throws IOException {
        cache().put(KEY, bytes("content"));
        var whole = Files.readAllBytes(entry());
        Files.write(entry(), java.util.Arrays.copyOf(whole, whole.length - 3));
        var cache = cache();

        assertThat(cache.get(KEY)).isEmpty();
        assertThat(cache.statistics()).isEqualTo(new ContentCache.Statistics(0, 1, 1));
        cache.put(KEY, bytes("content"));
        assertThat(cache.get(KEY)).isPresent();
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        cache().put(KEY, bytes("content"));
        var file = entry();
        var whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            var changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(cache().get(KEY)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenCostsOnlyTheCache() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "in the way");
        var cache = new ContentCache(blocked.resolve("results"), Clock.systemUTC());

        cache.put(KEY, bytes("content"));

        assertThat(cache.get(KEY)).isEmpty();
        assertThat(cache.notes()).isNotEmpty().allMatch(note -> note.startsWith("The cache " + blocked));
    }

    @Test
    void manyWritersAndReadersOfOneDirectorySeeWholeEntriesOnly() {
        var contents = IntStream.range(0, 64)
                .mapToObj(i -> "content ".repeat(2000) + i % 4)
                .toList();
        var wrong = contents.parallelStream()
                .filter(content -> {
                    var cache = cache();
                    cache.put(key(content), bytes(content));
                    var read = cache.get(key(content));
                    return read.isEmpty() || !new String(read.get(), StandardCharsets.UTF_8).equals(content);
                })
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        var random = new java.util.Random(1);
        for (var name : List.of("old", "used", "new")) {
            var content = new byte[10_000];
            random.nextBytes(content);
            cache().put(key(name), content);
            Files.setLastModifiedTime(
                    folder.resolve("results")
                            .resolve(key(name).substring(0, 2))
                            .resolve(key(name).substring(2)),
                    java.nio.file.attribute.FileTime.from(start.plus(Duration.ofHours(name.length()))));
        }
        var later = Clock.fixed(start.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        var cache = new ContentCache(folder.resolve("results"), later);
        cache.get(key("old"));

        cache.trim(25_000);

        assertThat(cache.get(key("old"))).isPresent();
        assertThat(cache.get(key("new"))).isEmpty();
    }

    @Test
    void aFileLeftByAKilledProcessGoesAndAYoungOneStays() throws IOException {
        var results = Files.createDirectories(folder.resolve("results/aa"));
        var left = Files.writeString(results.resolve("1.part"), "x");
        var young = Files.writeString(results.resolve("2.part"), "x");
        Files.setLastModifiedTime(
                left, java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        cache().trim(1);

        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aKeyThatIsNoDigestIsRefused() {
        assertThatThrownBy(() -> cache().put("../../etc/passwd", bytes("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
