package dev.gatehouse.scanners.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.Lookups;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathViewTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TWO = "two".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private boolean holds(Map<String, String> classes, Map<String, Boolean> beside, Path... classPath)
            throws IOException {
        var module = new Project.Module("m", folder, List.of(), List.of(classPath), List.of());
        try (var view = new ClassPathView()) {
            return view.stillHolds(new Lookups(new TreeMap<>(classes), new TreeMap<>(beside)), module);
        }
    }

    private Path jar(String name, Map<String, byte[]> classes) throws IOException {
        return new Library(classes).packed(folder.resolve(name));
    }

    @Test
    void theFirstEntryThatHasAClassCounts() throws IOException {
        var one = jar("one.jar", Map.of("a/A.class", ONE));
        var two = jar("two.jar", Map.of("a/A.class", TWO));
        var lookedUp = Map.of("a/A.class", Sha256.of(ONE));

        assertThat(holds(lookedUp, Map.of(), one)).isTrue();
        assertThat(holds(lookedUp, Map.of(), one, two)).isTrue();
        assertThat(holds(lookedUp, Map.of(), two, one)).isFalse();
        assertThat(holds(lookedUp, Map.of())).isFalse();
    }

    @Test
    void whatWasAbsentMustStayAbsent() throws IOException {
        var lookedUp = Map.of("java/util/List.class", "", "Unnamed.class", "");

        assertThat(holds(lookedUp, Map.of(), jar("a.jar", Map.of("java/util/Lists.class", ONE))))
                .isTrue();
        assertThat(holds(lookedUp, Map.of(), jar("b.jar", Map.of("java/util/List.class", ONE))))
                .isFalse();
        assertThat(holds(lookedUp, Map.of(), jar("c.jar", Map.of("Unnamed.class", ONE))))
                .isFalse();
        assertThat(holds(lookedUp, Map.of(), folder)).isTrue();
        Files.write(folder.resolve("Unnamed.class"), ONE);
        assertThat(holds(lookedUp, Map.of(), folder)).isFalse();
    }

    @Test
    void whatModulesBesideDeclareCountsByPresence() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var jar = jar("a.jar", Map.of("a/A.class", ONE));

        assertThat(holds(Map.of(), Map.of("a/A.class", false), jar, classes)).isTrue();
        new Library(Map.of("a/A.class", TWO)).unpacked(classes);
        assertThat(holds(Map.of(), Map.of("a/A.class", false), jar, classes)).isFalse();
        assertThat(holds(Map.of(), Map.of("a/A.class", true), jar, classes)).isTrue();
    }

    @Test
    void whatCannotBeReadHoldsNothing() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.jar"), "no archive");

        assertThat(holds(Map.of(), Map.of(), broken)).isFalse();
        assertThat(holds(Map.of(), Map.of(), folder.resolve("absent.jar"))).isFalse();
    }

    @Test
    void aNameFromAClassFileDoesNotLeadOutOfAFolder() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        Files.write(folder.resolve("Secret.class"), ONE);

        assertThat(holds(Map.of("../Secret.class", ""), Map.of("../Secret.class", false), classes))
                .isTrue();
    }
}
