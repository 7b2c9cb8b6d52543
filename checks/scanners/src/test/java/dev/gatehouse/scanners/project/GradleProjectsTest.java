package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleProjectsTest {
    private static final String JACKSON = "com.fasterxml.jackson.core:jackson-databind:" + Given.JACKSON;

    @TempDir
    Path directory;

    @TempDir
    Path work;

    @BeforeEach
    void twoProjects() throws IOException {
        Given.file(directory.resolve("settings.gradle"), "rootProject.name = 'shop'\ninclude 'core', ':web'\n");
        Given.file(directory.resolve("core/build.gradle"), "dependencies { implementation '" + JACKSON + "' }");
        Given.file(directory.resolve("core/gradle.lockfile"), """
                # This is a Gradle generated file
                %s=compileClasspath,runtimeClasspath
                org.acme:absent:1=runtimeClasspath
                org.acme:tests:1=testRuntimeClasspath
                empty=annotationProcessor
                """.formatted(JACKSON));
        Given.compiled(directory.resolve("core/build/classes/java/main"));
        Given.compiled(directory.resolve("web/build/classes/kotlin/main"));
        Files.createDirectories(directory.resolve("web/libs"));
        Files.copy(Given.jacksonJar(), directory.resolve("web/libs/given.jar"));
    }

    @Test
    void projectsAndTheirOutputsAreFound() {
        var project = Given.discovered(directory, work);

        assertThat(project.kind()).isEqualTo("gradle");
        assertThat(project.modules()).extracting(Project.Module::name).containsExactly("core", "web");
        assertThat(project.modules().get(1).classes())
                .containsExactly(directory.resolve("web/build/classes/kotlin/main"));
        assertThat(project.modules().get(1).classPath()).contains(directory.resolve("core/build/classes/java/main"));
    }

    @Test
    void theLockFileNamesTheLibraries() {
        var project = Given.discovered(directory, work);
        var locked = project.libraries().stream()
                .filter(library -> library.modules().contains("core"))
                .toList();

        assertThat(locked)
                .extracting(Project.Library::purl)
                .containsExactly(
                        "pkg:maven/com.fasterxml.jackson.core/jackson-databind@" + Given.JACKSON,
                        "pkg:maven/org.acme/absent@1");
        assertThat(locked.get(0).file()).isEqualTo(Given.jacksonJar());
        assertThat(locked.get(0).direct()).isTrue();
        assertThat(locked.get(1).file()).isNull();
        assertThat(project.problems()).extracting(Problem::kind).containsExactly("missing-library");
    }

    @Test
    void theGradleCacheComesFirst() throws IOException {
        var cached = work.resolve("gradle-home/caches/modules-2/files-2.1/org.acme/absent/1/abc/absent-1.jar");
        Files.createDirectories(cached.getParent());
        Files.copy(Given.jacksonJar(), cached);

        assertThat(Given.discovered(directory, work).libraries())
                .extracting(Project.Library::file)
                .contains(cached);
    }

    @Test
    void jarsInALibsFolderAreLibraries() {
        assertThat(Given.discovered(directory, work).libraries())
                .extracting(Project.Library::display)
                .contains("web/libs/given.jar");
    }

    @Test
    void withoutALockFileTheGapIsTold() throws IOException {
        Files.delete(directory.resolve("core/gradle.lockfile"));

        assertThat(Given.discovered(directory, work).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("no-dependency-list");
            assertThat(problem.place()).isEqualTo("core");
        });
    }
}
