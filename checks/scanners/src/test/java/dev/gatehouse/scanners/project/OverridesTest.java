package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    @TempDir
    Path directory;

    @TempDir
    Path work;

    @BeforeEach
    void sourcesAndThingsElsewhere() throws IOException {
        Given.file(directory.resolve("src/A.java"), "class A {}");
        Given.compiled(directory.resolve("out"));
        Files.createDirectories(directory.resolve("jars/deep"));
        Files.copy(Given.jacksonJar(), directory.resolve("jars/one.jar"));
        Files.copy(Given.jacksonJar(), directory.resolve("jars/deep/two.jar"));
    }

    private Project discovered(List<String> classes, List<String> classPath, List<String> dependencies) {
        return new ProjectDiscovery(Given.settings(work))
                .discover(directory.resolve("src"), new Overrides(directory, classes, classPath, dependencies));
    }

    @Test
    void withoutThemTheSourcesAreNotCompiled() {
        assertThat(discovered(List.of(), List.of(), List.of()).problems())
                .extracting(problem -> problem.kind())
                .containsExactly("not-compiled");
    }

    @Test
    void givenClassesAreTheModule() {
        var project = discovered(List.of("out"), List.of("jars"), List.of());

        assertThat(project.problems()).isEmpty();
        assertThat(project.modules()).singleElement().satisfies(module -> {
            assertThat(module.classes()).containsExactly(directory.resolve("out"));
            assertThat(module.classPath()).containsExactly(directory.resolve("jars/one.jar"));
        });
    }

    @Test
    void givenDependenciesAreTheLibraries() {
        assertThat(discovered(List.of(), List.of(), List.of("jars")).libraries())
                .extracting(Project.Library::file)
                .containsExactlyInAnyOrder(directory.resolve("jars/one.jar"), directory.resolve("jars/deep/two.jar"));
    }

    @Test
    void aGlobMeansTheFilesThatMatch() {
        assertThat(discovered(List.of(), List.of(), List.of("jars/*.jar")).libraries())
                .extracting(Project.Library::file)
                .containsExactly(directory.resolve("jars/one.jar"));
    }

    @Test
    void whatMatchesNothingIsAMistake() {
        assertThatThrownBy(() -> discovered(List.of("nothing"), List.of(), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessage("--classes: there is no file or directory 'nothing'.");
        assertThatThrownBy(() -> discovered(List.of(), List.of(), List.of("jars/*.zip")))
                .isInstanceOf(BadInput.class)
                .hasMessage("--dependencies: nothing matches 'jars/*.zip'.");
    }
}
