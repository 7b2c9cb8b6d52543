package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Only the command that is asked for is prepared, and nobody can tell. */
class GatehouseTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  scan ", "  policy ", "  vulndb ", "  ledger ", "  help ");
    }

    @Test
    void helpOfOneCommandIsReachedBothWays() {
        assertThat(run("help", "scan")).isZero();
        assertThat(run("scan", "--help")).isZero();
        var texts = out.toString();
        assertThat(texts.substring(0, texts.length() / 2)).isEqualTo(texts.substring(texts.length() / 2));
        assertThat(texts).startsWith("Usage: gatehouse scan ");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertThat(run("polcy")).isEqualTo(2);
        assertThat(err.toString())
                .contains("polcy")
                .contains("gatehouse --help")
                .hasLineCount(1);
    }

    @Test
    void aSubcommandIsNamedWhole() {
        assertThat(run("policy", "check", "--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("'gatehouse policy check --help'");
    }

    private int run(String... arguments) {
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
