package dev.gatehouse.engine.protocol.sast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a module's packed files are, and which of them are read. */
class PackedFilesTest {
    @Test
    void theyAreBesideTheClasses() {
        assertThat(PackedFiles.places(Path.of("/shop/target/classes")))
                .containsExactly(Path.of("/shop/target/classes"));
        assertThat(PackedFiles.places(Path.of("/shop/classes/a/b.jar"))).contains(Path.of("/shop/classes/a/b.jar"));
    }

    @Test
    void gradleLaysThemOutInAFolderOfTheirOwn() {
        assertThat(PackedFiles.places(Path.of("/shop/build/classes/java/main")))
                .containsExactly(Path.of("/shop/build/classes/java/main"), Path.of("/shop/build/resources/main"));
    }

    @Test
    void onlyWhatSaysSettingsIsRead() {
        assertThat(PackedFiles.isRead("shop/a.properties")).isTrue();
        assertThat(PackedFiles.isRead("a.yaml")).isTrue();
        assertThat(PackedFiles.isRead("a.json")).isTrue();
        assertThat(PackedFiles.isRead("a.txt")).isFalse();
    }
}
