package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveProjectsTest {
    private static final byte[] NOTHING = {};

    @TempDir
    Path directory;

    @TempDir
    Path work;

    @Test
    void aSpringBootJarIsTakenApart() throws IOException {
        var app = Files.write(
                directory.resolve("app.jar"),
                Given.zip(Map.of(
                        "org/springframework/boot/loader/Launcher.class",
                        Given.classBytes(),
                        "BOOT-INF/classes/dev/gatehouse/scanners/project/Given.class",
                        Given.classBytes(),
                        "BOOT-INF/lib/jackson-databind-" + Given.JACKSON + ".jar",
                        Files.readAllBytes(Given.jacksonJar()))));
        var project = Given.discovered(app, work);

        assertThat(project.problems()).isEmpty();
        assertThat(project.kind()).isEqualTo("archive");
        assertThat(project.taken()).contains("Spring Boot 'app.jar' with 1 class.");
        var library = project.libraries().get(0);
        assertThat(library.purl()).isEqualTo("pkg:maven/com.fasterxml.jackson.core/jackson-databind@" + Given.JACKSON);
        assertThat(library.display()).isEqualTo("app.jar!/BOOT-INF/lib/jackson-databind-" + Given.JACKSON + ".jar");
        assertThat(library.file()).hasSameBinaryContentAs(Given.jacksonJar()).startsWith(work);
        assertThat(project.modules().get(0).classPath()).containsExactly(library.file());
    }

    @Test
    void aWarInsideAnEarIsAModuleWithItsLibraries() throws IOException {
        var library = Given.zip(Map.of("META-INF/maven/g/lib/pom.properties", Given.pomProperties("g", "lib", "1")));
        var war = Given.zip(Map.of("WEB-INF/classes/A.class", Given.classBytes(), "WEB-INF/lib/lib-1.jar", library));
        var ear = Files.write(
                directory.resolve("all.ear"), Given.zip(Map.of("META-INF/application.xml", NOTHING, "shop.war", war)));
        var project = Given.discovered(ear, work);

        assertThat(project.modules()).extracting(Project.Module::name).containsExactly("shop.war");
        assertThat(project.libraries()).extracting(Project.Library::purl).containsExactly("pkg:maven/g/lib@1");
        assertThat(project.libraries().get(0).display()).isEqualTo("all.ear!/shop.war!/WEB-INF/lib/lib-1.jar");
    }

    @Test
    void librariesBuiltIntoAJarAreNamed() throws IOException {
        var fat = Files.write(
                directory.resolve("app-2.jar"),
                Given.zip(Map.of(
                        "A.class", Given.classBytes(),
                        "META-INF/maven/org.acme/app/pom.properties", Given.pomProperties("org.acme", "app", "2"),
                        "META-INF/maven/g/shaded/pom.properties", Given.pomProperties("g", "shaded", "1.2"))));
        var project = Given.discovered(fat, work);

        assertThat(project.modules().get(0).classes()).containsExactly(fat);
        assertThat(project.libraries())
                .extracting(Project.Library::purl)
                .containsExactly("pkg:maven/org.acme/app@2", "pkg:maven/g/shaded@1.2");
        assertThat(project.libraries().get(1).file()).isNull();
    }

    @Test
    void aPlainJarIsLookedUpItself() throws IOException {
        var project = Given.discovered(Given.jacksonJar(), work);

        assertThat(project.libraries().get(0)).satisfies(library -> {
            assertThat(library.purl())
                    .isEqualTo("pkg:maven/com.fasterxml.jackson.core/jackson-databind@" + Given.JACKSON);
            assertThat(library.file()).isEqualTo(Given.jacksonJar());
        });
        assertThat(project.modules().get(0).classPath()).doesNotContain(Given.jacksonJar());
        assertThat(project.taken()).anyMatch(sentence -> sentence.contains("is looked up itself"));
    }

    @Test
    void aWarIsLookedUpByWhatItSaysItIs() throws IOException {
        var war = Files.write(
                directory.resolve("desk-3.war"),
                Given.zip(Map.of(
                        "WEB-INF/classes/A.class", Given.classBytes(),
                        "META-INF/maven/org.acme/desk/pom.properties", Given.pomProperties("org.acme", "desk", "3"))));

        assertThat(Given.discovered(war, work).libraries()).singleElement().satisfies(library -> {
            assertThat(library.purl()).isEqualTo("pkg:maven/org.acme/desk@3");
            assertThat(library.file()).isNull();
        });
    }
}
