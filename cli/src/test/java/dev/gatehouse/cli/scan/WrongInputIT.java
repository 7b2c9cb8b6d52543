package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mistake is one sentence on standard error and exit code 2, and nothing is written. */
class WrongInputIT {
    @TempDir
    Path folder;

    private Path project = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        out = folder.resolve("out");
    }

    @Test
    void aPolicyThatGrowsWithoutEndWhenItIsRead() throws Exception {
        var bomb = new StringBuilder("version: 1\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
        }
        assertRefused("policy.yml", "--policy", file("policy.yml", bomb.toString()));
    }

    @Test
    void aPolicyWithAnUnknownKey() throws Exception {
        assertRefused("policy.yml:2:", "--policy", file("policy.yml", "version: 1\ngaet: {}\n"));
    }

    @Test
    void theProjectsOwnPolicyIsNoYaml() throws Exception {
        Files.writeString(project.resolve(".gatehouse.yml"), "version: [1\n");
        assertRefused(".gatehouse.yml:");
    }

    @Test
    void aPolicyThatIsNotThere() throws Exception {
        assertRefused("absent.yml", "--policy", folder.resolve("absent.yml").toString());
    }

    @Test
    void aFloorThatIsNotThere() throws Exception {
        assertRefused("absent.yml", "--floor", folder.resolve("absent.yml").toString());
    }

    @Test
    void aBaselineThatIsNotThere() throws Exception {
        assertRefused("absent.json", "--baseline", folder.resolve("absent.json").toString());
    }

    @Test
    void aBaselineThatIsNoReport() throws Exception {
        assertRefused("list.json", "--baseline", file("list.json", "[1, 2, 3]"));
        assertRefused("cut.json", "--baseline", file("cut.json", "{\"schemaVersion\": \"1.0\", \"findings\": [{"));
        assertRefused("binary.json", "--baseline", file("binary.json", "\u0000\u0001PK"));
    }

    @Test
    void namesOfScannersAndSeveritiesThatDoNotExist() throws Exception {
        assertRefused("--only nonsense", "--only", "nonsense");
        assertRefused("sevree", "--fail-on", "sevree");
    }

    @Test
    void anOptionWithAValueThatSteersTheTerminal() throws Exception {
        assertRefused("--only", "--only", "\u001b[2Jx\u202ey");
    }

    @Test
    void aTargetThatIsNotThere() throws Exception {
        project = folder.resolve("nowhere");
        assertRefused("nowhere");
        assertThat(project).doesNotExist();
    }

    @Test
    void anOptionThatDoesNotExist() throws Exception {
        assertRefused("--polcy", "--polcy=x");
        assertRefused("--threads", "--threads", "many");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void assertRefused(String named, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("scan", project.toString(), "--quiet", "--out", out.toString()));
        arguments.addAll(List.of(more));
        var ended = Installed.cold(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("gatehouse: ").contains(named).doesNotContain("\u001b", "\u202e");
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(out).doesNotExist();
        assertThat(project.resolve("gatehouse-report")).doesNotExist();
    }
}
