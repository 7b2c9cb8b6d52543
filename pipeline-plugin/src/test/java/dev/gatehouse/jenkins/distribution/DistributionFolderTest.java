package dev.gatehouse.jenkins.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DistributionFolderTest {
    @TempDir
    private Path root = Path.of("");

    private DistributionFolder folder = new DistributionFolder(root);

    @BeforeEach
    void inTheTemporaryFolder() {
        folder = new DistributionFolder(root.resolve("tools"));
    }

    @Test
    void isThereAfterItWasUnpackedAndNotBefore() throws Exception {
        var zip = zip("lib/a.jar", "bin/gatehouse");

        assertThat(folder.has(digest(zip))).isFalse();
        var home = folder.unpack(digest(zip), new ByteArrayInputStream(zip));

        assertThat(folder.has(digest(zip))).isTrue();
        assertThat(home.resolve("lib/a.jar")).hasContent("lib/a.jar");
        assertThat(root.resolve("tools")).isDirectoryContaining(file -> file.endsWith(digest(zip)));
    }

    @Test
    void damagedOnTheWayIsRefusedAndLeavesNothing() throws Exception {
        var zip = zip("lib/a.jar");

        assertThatThrownBy(() -> folder.unpack("0".repeat(64), new ByteArrayInputStream(zip)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("arrived damaged");
        assertThat(root.resolve("tools")).isEmptyDirectory();
    }

    @Test
    void anEntryOutsideTheFolderIsRefused() throws Exception {
        var zip = zip("lib/a.jar", "../../evil");

        assertThatThrownBy(() -> folder.unpack(digest(zip), new ByteArrayInputStream(zip)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside its folder");
        assertThat(root.resolve("evil")).doesNotExist();
        assertThat(root.resolve("tools")).isEmptyDirectory();
    }

    @Test
    void manyThatUnpackAtOnceAllGetTheWholeOfIt() throws Exception {
        var zip = zip("lib/a.jar", "lib/b.jar", "engines/sast/c.jar");
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var homes = new ArrayList<Future<Path>>();
            for (int i = 0; i < 8; i++) {
                homes.add(pool.submit(() -> {
                    start.await();
                    return folder.unpack(digest(zip), new ByteArrayInputStream(zip));
                }));
            }
            start.countDown();
            for (var home : homes) {
                assertThat(home.get(30, TimeUnit.SECONDS).resolve("engines/sast/c.jar"))
                        .hasContent("engines/sast/c.jar");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(root.resolve("tools")).isDirectoryNotContaining("glob:**/.unpacking-*");
    }

    @Test
    void whatIsCarriedOnceStandsWhereverItIsNeeded() throws Exception {
        var zip = zip(Map.of(
                "lib/a.jar", "lib/a.jar",
                "engines/sast/b.jar", "b",
                "copies.txt", "engines/sast/a.jar\nengines/sca/a.jar\n"));

        var home = folder.unpack(digest(zip), new ByteArrayInputStream(zip));

        assertThat(home.resolve("engines/sast/a.jar")).hasContent("lib/a.jar");
        assertThat(home.resolve("engines/sca/a.jar")).hasContent("lib/a.jar");
        assertThat(home.resolve("copies.txt")).doesNotExist();
    }

    @Test
    void aCopyOutsideTheFolderIsRefused() throws Exception {
        var zip = zip(Map.of("lib/a.jar", "a", "copies.txt", "../../a.jar"));

        assertThatThrownBy(() -> folder.unpack(digest(zip), new ByteArrayInputStream(zip)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside its folder");
        assertThat(root.resolve("tools")).isEmptyDirectory();
    }

    private static byte[] zip(String... names) throws IOException {
        var files = new LinkedHashMap<String, String>();
        for (var name : names) {
            files.put(name, name);
        }
        return zip(files);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
