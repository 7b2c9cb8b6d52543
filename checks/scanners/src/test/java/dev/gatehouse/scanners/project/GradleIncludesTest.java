package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleIncludesTest {
    @TempDir
    private Path root = Path.of(".");

    @Test
    void everyFormOfIncludeIsUnderstood() throws Exception {
        for (var folder : new String[] {"app", "lib/core", "tools", "last"}) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("settings.gradle"), """
                include 'app', ':lib:core'
                  include(
                    "tools",
                    "last"
                  )
                // include 'missing'
                """);
        assertThat(GradleIncludes.of(root))
                .containsExactlyInAnyOrder(
                        root.resolve("app"), root.resolve("lib/core"), root.resolve("tools"), root.resolve("last"));
    }

    @Test
    void aFileOfEmptyLinesCostsNoMoreThanReadingIt() throws Exception {
        Files.writeString(root.resolve("settings.gradle"), "\n".repeat(1 << 19) + "include" + " ".repeat(1 << 18));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(GradleIncludes.of(root)).isEmpty());
    }
}
