package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenProjectsTest {
    @TempDir
    Path directory;

    @TempDir
    Path work;

    @BeforeEach
    void aReactor() throws IOException {
        Given.file(directory.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.acme</groupId><artifactId>shop</artifactId><version>${revision}</version>
                  <packaging>pom</packaging>
                  <properties><revision>1.0</revision><jackson>%s</jackson></properties>
                  <modules><module>core</module><module>web</module></modules>
                  <dependencyManagement><dependencies>
                    <dependency>
                      <groupId>com.fasterxml.jackson</groupId><artifactId>jackson-bom</artifactId>
                      <version>${jackson}</version><type>pom</type><scope>import</scope>
                    </dependency>
                  </dependencies></dependencyManagement>
                </project>
                """.formatted(Given.JACKSON));
        Given.file(directory.resolve("core/pom.xml"), module("core", """
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId>
                </dependency>
                <dependency>
                  <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter-api</artifactId>
                  <version>5.14.4</version><scope>test</scope>
                </dependency>
                """));
        Given.file(directory.resolve("web/pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.acme</groupId><artifactId>shop</artifactId><version>${revision}</version></parent>
                  <artifactId>web</artifactId><packaging>pom</packaging>
                  <modules><module>front</module></modules>
                </project>
                """);
        Given.file(
                directory.resolve("web/front/pom.xml"),
                module("front", """
                <dependency>
                  <groupId>org.acme</groupId><artifactId>core</artifactId><version>${project.version}</version>
                </dependency>
                """).replace("</parent>", "<relativePath>../../pom.xml</relativePath></parent>"));
        Given.compiled(directory.resolve("core/target/classes"));
        Given.compiled(directory.resolve("web/front/target/classes"));
    }

    private static String module(String name, String dependencies) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.acme</groupId><artifactId>shop</artifactId><version>${revision}</version></parent>
                  <artifactId>%s</artifactId>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(name, dependencies);
    }

    private static String jackson(String artifact) {
        return "pkg:maven/com.fasterxml.jackson.core/%s@%s".formatted(artifact, Given.JACKSON);
    }

    private static Project.Library library(Project project, String name) {
        return project.libraries().stream()
                .filter(library -> String.valueOf(library.purl()).contains("/" + name + "@"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void modulesAreFoundThroughAllLevels() {
        var project = Given.discovered(directory, work);

        assertThat(project.problems()).isEmpty();
        assertThat(project.kind()).isEqualTo("maven");
        assertThat(project.modules()).extracting(Project.Module::name).containsExactly("core", "front");
        assertThat(project.modules().get(0).classes()).containsExactly(directory.resolve("core/target/classes"));
        assertThat(project.taken().get(0)).contains("2 modules", "2 of them compiled", "2 classes");
    }

    @Test
    void librariesKnowHowTheyComeIn() {
        var project = Given.discovered(directory, work);

        assertThat(project.libraries())
                .extracting(Project.Library::purl)
                .contains(jackson("jackson-databind"), jackson("jackson-core"))
                .noneMatch(purl -> purl.contains("junit") || purl.contains("org.acme"));
        var databind = library(project, "jackson-databind");
        assertThat(databind.direct()).isTrue();
        assertThat(databind.file()).isEqualTo(Given.jacksonJar());
        assertThat(databind.modules()).containsExactly("core", "front");
        assertThat(databind.dependsOn()).contains(jackson("jackson-core"));
        var core = library(project, "jackson-core");
        assertThat(core.direct()).isFalse();
        assertThat(core.paths()).contains(java.util.List.of(jackson("jackson-databind"), jackson("jackson-core")));
    }

    @Test
    void modulesSeeTheClassesOfTheModulesTheyUse() {
        var front = Given.discovered(directory, work).modules().get(1);

        assertThat(front.classPath())
                .startsWith(directory.resolve("core/target/classes"))
                .contains(Given.jacksonJar());
    }

    @Test
    void anExclusionTakesALibraryOut() throws IOException {
        Given.file(directory.resolve("core/pom.xml"), module("core", """
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId>
                  <exclusions><exclusion>
                    <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-annotations</artifactId>
                  </exclusion></exclusions>
                </dependency>
                """));

        assertThat(Given.discovered(directory, work).libraries())
                .extracting(Project.Library::purl)
                .hasSize(2)
                .noneMatch(purl -> purl.contains("annotations"));
    }

    @Test
    void whatIsProvidedIsOnTheClassPathButNoLibrary() throws IOException {
        Given.file(directory.resolve("core/pom.xml"), module("core", """
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId>
                  <scope>provided</scope>
                </dependency>
                """));
        var project = Given.discovered(directory, work);

        assertThat(project.libraries()).isEmpty();
        assertThat(project.modules().get(0).classPath()).contains(Given.jacksonJar());
    }

    @Test
    void aModuleWithoutClassesIsTold() throws IOException {
        Given.file(directory.resolve("core/src/main/java/org/acme/A.java"), "package org.acme; class A {}");
        Files.delete(Given.compiled(directory.resolve("core/target/classes")));

        assertThat(Given.discovered(directory, work).problems())
                .containsExactly(new Problem(
                        "not-compiled",
                        "core/target/classes",
                        "Module core has 1 source file but no classes; run 'mvn compile' first."));
    }

    @Test
    void classesOlderThanTheirSourceGetANote() throws IOException {
        var name = Given.class.getName().replace('.', '/');
        var source = Given.file(directory.resolve("core/src/main/java/" + name + ".java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));

        assertThat(Given.discovered(directory, work).taken())
                .anyMatch(note -> note.contains("Module core: 1 source file is newer"));
    }

    @Test
    void aLibraryThatNoRepositoryHasIsAProblemAndStaysInTheList() throws IOException {
        Given.file(directory.resolve("core/pom.xml"), module("core", """
                <dependency>
                  <groupId>org.acme</groupId><artifactId>nowhere</artifactId><version>9</version>
                </dependency>
                """));
        var project = Given.discovered(directory, work);

        assertThat(project.problems()).extracting(Problem::kind).contains("missing-library");
        assertThat(library(project, "nowhere").file()).isNull();
        assertThat(project.modules()).hasSize(2);
    }

    @Test
    void aPomWithEntitiesIsNotReadAndTheRestIs() throws IOException {
        Given.file(work.resolve("secret.txt"), "TOP-SECRET");
        Given.file(directory.resolve("core/pom.xml"), """
                <!DOCTYPE project [<!ENTITY x SYSTEM "file://%s">]>
                <project><modelVersion>4.0.0</modelVersion><artifactId>core</artifactId><name>&x;</name></project>
                """.formatted(work.resolve("secret.txt")));
        var project = Given.discovered(directory, work);

        assertThat(project.problems())
                .anyMatch(problem ->
                        problem.kind().equals("xml-entities") && problem.place().equals("core/pom.xml"));
        assertThat(project.toString()).doesNotContain("TOP-SECRET");
        assertThat(project.modules()).extracting(Project.Module::name).containsExactly("front");
    }

    @Test
    void anUnchangedBuildIsNotResolvedAgain() throws IOException {
        var cache = new Kept();
        var first = new ProjectDiscovery(Given.settings(work, cache)).discover(directory, Overrides.NONE);
        var second = new ProjectDiscovery(Given.settings(work, cache)).discover(directory, Overrides.NONE);

        assertThat(second).isEqualTo(first);
        assertThat(cache.kept).isEqualTo(1);
    }

    @Test
    void aChangedPomIsResolvedAgain() throws IOException {
        var cache = new Kept();
        new ProjectDiscovery(Given.settings(work, cache)).discover(directory, Overrides.NONE);
        Given.file(directory.resolve("core/pom.xml"), module("core", ""));
        var changed = new ProjectDiscovery(Given.settings(work, cache)).discover(directory, Overrides.NONE);

        assertThat(changed.libraries()).isEmpty();
        assertThat(cache.kept).isEqualTo(2);
    }

    private static final class Kept implements ResolutionCache {
        private final Map<String, byte[]> values = new HashMap<>();
        private int kept;

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void keep(String key, byte[] value) {
            values.put(key, value);
            kept++;
        }
    }
}
