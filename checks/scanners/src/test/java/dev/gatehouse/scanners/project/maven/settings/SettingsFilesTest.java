package dev.gatehouse.scanners.project.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path project = Path.of("");

    @BeforeEach
    void places() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        project = Files.createDirectories(folder.resolve("shop/web"));
    }

    private MavenSettings read(Map<String, String> environment) {
        return new SettingsFiles(environment, home).read(project, false);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    @Test
    void withoutAnythingTheRepositoryIsWhereItUsuallyIs() {
        var settings = read(Map.of());

        assertThat(settings.localRepository()).isEqualTo(home.resolve(".m2/repository"));
        assertThat(settings.offline()).isFalse();
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void theUsersSettingsComeBeforeTheInstallations() throws IOException {
        var maven = folder.resolve("maven");
        write(maven.resolve("conf/settings.xml"), """
                <settings><localRepository>/installed</localRepository>
                  <mirrors><mirror><id>m</id><url>https://one/</url><mirrorOf>*</mirrorOf></mirror></mirrors></settings>
                """);
        var installed = Map.of("MAVEN_HOME", maven.toString(), "COMPANY", "acme");
        assertThat(read(installed).localRepository()).isEqualTo(Path.of("/installed"));

        write(
                home.resolve(".m2/settings.xml"),
                "<settings><localRepository>/of/${env.COMPANY}</localRepository></settings>");

        var settings = read(installed);
        assertThat(settings.localRepository()).isEqualTo(Path.of("/of/acme"));
        assertThat(settings.settings().getMirrors())
                .singleElement()
                .satisfies(mirror -> assertThat(mirror.getUrl()).isEqualTo("https://one/"));
    }

    @Test
    void anInstallationIsFoundThroughThePath() throws IOException {
        var maven = folder.resolve("opt/maven");
        write(maven.resolve("conf/settings.xml"), "<settings><localRepository>/by/path</localRepository></settings>");
        write(maven.resolve("bin/mvn"), "");
        maven.resolve("bin/mvn").toFile().setExecutable(true);
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("mvn"), maven.resolve("bin/mvn"));

        assertThat(read(Map.of("PATH", "/nowhere:" + bin)).localRepository()).isEqualTo(Path.of("/by/path"));
    }

    @Test
    void whatEveryCallIsGivenComesBeforeAnySettings() throws IOException {
        write(home.resolve(".m2/settings.xml"), "<settings><localRepository>/settings</localRepository></settings>");
        write(folder.resolve("shop/.mvn/jvm.config"), "-Xmx1g -Dmaven.repo.local=/jvm");
        assertThat(read(Map.of()).localRepository()).isEqualTo(Path.of("/jvm"));
        var options = Map.of("MAVEN_OPTS", "-Xmx2g '-Dmaven.repo.local=/with space/opts' -Da=b");
        assertThat(read(options).localRepository()).isEqualTo(Path.of("/with space/opts"));

        write(folder.resolve("shop/.mvn/maven.config"), "# ours\n-Dmaven.repo.local=local/repo\n-Drevision=7\n-o\n");

        assertThat(read(options).localRepository()).isEqualTo(folder.resolve("shop/local/repo"));
        assertThat(read(options).call().userProperties()).containsEntry("revision", "7");
        assertThat(read(options).offline()).isTrue();
        assertThat(read(Map.of("MAVEN_ARGS", "-Dmaven.repo.local=/args")).localRepository())
                .isEqualTo(Path.of("/args"));
    }

    @Test
    void anotherSettingsFileAndProfilesCanBeNamed() throws IOException {
        write(folder.resolve("shop/ci.xml"), """
                <settings><localRepository>/ci</localRepository>
                  <activeProfiles><activeProfile>nexus</activeProfile></activeProfiles></settings>
                """);
        write(folder.resolve("shop/.mvn/maven.config"), "--settings\nci.xml\n-P fast,!slow\n");

        var settings = read(Map.of());

        assertThat(settings.localRepository()).isEqualTo(Path.of("/ci"));
        assertThat(SettingsProfiles.active(settings)).containsExactly("nexus", "fast");
        assertThat(SettingsProfiles.inactive(settings)).containsExactly("slow");
    }

    @Test
    void aBrokenFileIsToldByItsPlaceWithoutItsContent() throws IOException {
        write(home.resolve(".m2/settings.xml"), """
                <settings>
                  <servers><server><id>a</id><password>hunter2</password></serv></servers>
                </settings>
                """);

        var settings = read(Map.of());

        assertThat(settings.localRepository()).isEqualTo(home.resolve(".m2/repository"));
        assertThat(settings.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("unreadable-settings");
            assertThat(problem.place()).endsWith(".m2/settings.xml");
            assertThat(problem.sentence()).contains("line 2").doesNotContain("hunter2");
        });
    }

    @Test
    void entitiesReadNoOtherFile() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "/stolen");
        write(home.resolve(".m2/settings.xml"), """
                <!DOCTYPE settings [<!ENTITY x SYSTEM "%s">]>
                <settings><localRepository>&x;</localRepository></settings>
                """.formatted(secret.toUri()));

        var settings = read(Map.of());

        assertThat(settings.localRepository()).isEqualTo(home.resolve(".m2/repository"));
        assertThat(settings.problems()).extracting(Problem::kind).containsExactly("unreadable-settings");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsToldAndNotShown() throws IOException {
        write(home.resolve(".m2/settings.xml"), """
                <settings><servers><server><id>a</id><password>{COQLCE6DU6GtcS5P=}</password></server></servers></settings>
                """);

        var settings = read(Map.of());

        assertThat(settings.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .contains("does not decrypt")
                        .doesNotContain("COQLCE6DU6GtcS5P"));
        assertThat(settings.toString()).doesNotContain("COQLCE6DU6GtcS5P");
    }

    @Test
    void otherSettingsAreOtherDigests() throws IOException {
        var before = read(Map.of()).digest();
        write(home.resolve(".m2/settings.xml"), "<settings><offline>true</offline></settings>");

        assertThat(read(Map.of()).digest()).isNotEqualTo(before);
        assertThat(read(Map.of()).digest()).isEqualTo(read(Map.of()).digest());
    }
}
