package dev.gatehouse.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.AccessState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statement as the command writes it. */
class StatementCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void itIsWrittenInThreeForms() throws IOException {
        grant();
        config("evidence: {ledger: ledger.jsonl}", "- {kind: access, title: access is granted for a time}");

        assertThat(run()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("  holds          access is granted for a time", "1 holds, 0 attested");
        assertThat(folder.resolve("out/statement.html")).content().contains("1 grants are in force");
        assertThat(folder.resolve("out/statement.md")).content().contains("**holds**");
        assertThat(folder.resolve("out/statement.json")).content().doesNotContain("anna@shop.example");
    }

    @Test
    void auditorsGetOscalWhenItIsAskedFor() throws IOException {
        grant();
        config("evidence: {ledger: ledger.jsonl}", "- {kind: access, title: access is granted for a time}");

        assertThat(run()).isZero();
        assertThat(folder.resolve("out/assessment-results.json")).doesNotExist();
        assertThat(run("--oscal")).as(err.toString()).isZero();
        assertThat(folder.resolve("out/assessment-results.json"))
                .content()
                .contains("\"oscal-version\" : \"1.1.3\"", "\"target-id\" : \"claim-access\"", "\"satisfied\"");
    }

    @Test
    void fipsModeIsGivenByTheStartScriptOrNotAtAll() throws IOException {
        config("evidence: {}", "- {kind: cryptography, title: t, fips: true}");

        assertThat(run("--fips")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--fips: FIPS mode begins with the process");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPipelineEndsWithOneWhereItAsksForIt() throws IOException {
        config("evidence: {ledger: none.jsonl}", "- {kind: ledger, title: t}");

        assertThat(run()).isZero();
        assertThat(run("--fail-on", "does-not-hold")).isZero();
        assertThat(run("--fail-on", "does-not-hold,no-evidence")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("no evidence");
        assertThat(folder.resolve("out/statement.md"))
                .as("a page that is published does not tell where files are on the machine that made it")
                .content()
                .contains("none.jsonl: there is no ledger")
                .doesNotContain(folder.toString());
    }

    @Test
    void aMistakeWritesNothing() throws IOException {
        config("evidence: {}", "- {kind: legder, title: t}");

        assertThat(run()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("statement.yml:6:12: there is no kind of claim 'legder'; did you mean 'ledger'?");
        assertThat(run("--fail-on", "holds")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String... more) {
        var args = new ArrayList<>(List.of(
                "statement",
                "--config",
                folder.resolve("statement.yml").toString(),
                "--out",
                folder.resolve("out").toString()));
        args.addAll(List.of(more));
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    private void config(String evidence, String claims) throws IOException {
        Files.writeString(
                folder.resolve("statement.yml"),
                "title: t\nproduct: p\ncontact: c\n%s\nclaims:\n  %s\n".formatted(evidence, claims));
    }

    private void grant() {
        var ledger = new Ledger<>(
                new FileLedger(folder.resolve("ledger.jsonl")),
                Clock.systemUTC(),
                AccessState::new,
                AccessState::accept);
        ledger.decide((state, now) -> AccessDesk.first(state, "anna@shop.example", now));
    }
}
