package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.shell.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void aFileWithoutMistakesIsFine() throws IOException {
        write(".gatehouse.yml", "gate: {rules: [{name: no SQL, when: {cwe: 89}, max: 0}]}\n");

        assertThat(policy("check", directory.toString())).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString()).contains(".gatehouse.yml: fine, 7 rules, 0 risk acceptances");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDirectoryWithoutAFileHasTheBuiltInPolicy() {
        assertThat(policy("check", directory.toString())).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString()).startsWith("no .gatehouse.yml, so the built-in policy: fine");
    }

    @Test
    void everyMistakeOfFileAndFloorHasItsPlaceAndItsLine() throws IOException {
        var file = write("own.yml", "version: 1\ngate:\n  problems: warn\nrulse: []\n");
        var floor = write("org.yml", "gate:\n  scanners: [sats]\n");

        assertThat(policy("check", file, "--floor", floor)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(file + ":3:13: 'warn' is unknown"))
                .anyMatch(line -> line.contains(file + ":4:1: unknown key 'rulse'"))
                .anyMatch(line -> line.contains(floor + ":2:14: 'sats' is no scanner"));
    }

    @Test
    void mistakesInHowTheApplicationIsScannedAreToldToo() throws IOException {
        var file = write("own.yml", "dast:\n  target: http://127.0.0.1:1/\n  mode: deep\n  limits: {minuts: 3}\n");

        assertThat(policy("check", file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(file + ":3:9: 'deep' is no mode: use baseline, quick or full"))
                .anyMatch(line -> line.contains(file + ":4:12: unknown key 'minuts'; did you mean 'minutes'?"));
    }

    @Test
    void mistakesInWhatTriageIsToldHaveTheirPlaceForCheckAndExplainAlike() throws IOException {
        var key = write("key.yml", "triage:\n  sanitisers: []\n");
        var use = write("use.yml", "triage:\n  sanitizers:\n    - {method: shop.Escape.html, for: [html, sqll]}\n");
        var level = write(
                "level.yml", "gate: {rules: [{name: a, when: {severity: high}, unless: {triage: unlikly}, max: 0}]}\n");

        for (var command : new String[] {"check", "explain"}) {
            assertThat(policy(command, key)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(policy(command, use)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(policy(command, level)).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains(key + ":2:3: unknown key 'sanitisers'; did you mean 'sanitizers'?"))
                .anyMatch(line ->
                        line.contains(use + ":3:46: 'sqll' is no use that triage knows: use sql, command, path"))
                .anyMatch(line -> line.contains(level + ":1:") && line.contains("'unlikly'"));
    }

    @Test
    void explainSaysWhatTriageIsTold() throws IOException {
        var file = write("own.yml", """
                triage:
                  sanitizers: [{method: shop.Escape.html, for: html}]
                  validators: [{method: shop.Names.check, for: any}]
                """);

        assertThat(policy("explain", file)).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString())
                .contains("triage.sanitizers (" + file + ")")
                .contains("What shop.Escape.html gives back is taken to be harmless for html, whatever it is given.")
                .contains("What shop.Names.check was given is taken to be harmless for any use once it has returned");
    }

    @Test
    void anExpiredAcceptanceIsAMistake() throws IOException {
        var file = write("own.yml", "acceptances:\n  - {rule: X, owner: Robin, reason: none, expires: 2020-01-31}\n");

        assertThat(policy("check", file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(file + ":2: expired on 2020-01-31");
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        assertThat(policy("check", directory.resolve("nothing.yml").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nothing.yml: does not exist");
    }

    @Test
    void explainSaysWhereARuleComesFromAndWhatTheFloorOverrides() throws IOException {
        var file = write("own.yml", "gate:\n  database: {max-age-days: 60}\n");
        var floor = write("org.yml", "gate:\n  database: {max-age-days: 7}\n");

        assertThat(policy("explain", file, "--floor", floor)).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString())
                .contains("no new critical or high findings (default)")
                .contains("age of the vulnerability database (floor %s:2)".formatted(floor))
                .contains("age of the vulnerability database (%s:2)".formatted(file))
                .contains("Overridden: the floor allows only 7 days.");
    }

    @Test
    void initWritesAFileThatCheckFindsFineAndTouchesNoExistingOne() throws IOException {
        var written = directory.resolve(".gatehouse.yml");

        assertThat(policy("init", directory.toString())).isEqualTo(ExitCode.PASSED);
        assertThat(policy("check", directory.toString())).isEqualTo(ExitCode.PASSED);
        Files.writeString(written, "version: 1\n");
        assertThat(policy("init", directory.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is there already and was not touched");
        assertThat(written).hasContent("version: 1\n");
    }

    @Test
    void initIntoADirectoryThatIsNotThereIsBadInput() {
        assertThat(policy("init", directory.resolve("nowhere").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void schemaPrintsTheOneForEditors() {
        assertThat(policy("schema")).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString()).startsWith("{").contains("https://json-schema.org/draft/2020-12/schema");
    }

    private int policy(String... args) {
        var line = new String[args.length + 1];
        line[0] = "policy";
        System.arraycopy(args, 0, line, 1, args.length);
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
