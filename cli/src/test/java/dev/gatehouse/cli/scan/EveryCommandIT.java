package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command of the installation finds its classes: the start script gives a command no more than it needs. */
class EveryCommandIT {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");
    private static final Path STATEMENT = Path.of("../samples/statement/statement.yml");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void eachTellsWhatItDoes() throws Exception {
        var installed = Installed.cold(folder);
        var all = installed.run("--help");
        var names = COMMAND.matcher(all.out())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(15);
        for (var name : names) {
            var told = installed.run(name, "--help");
            assertThat(told.exit()).as(name + told.err()).isZero();
            assertThat(told.out()).contains("Usage: gatehouse " + name);
        }
    }

    @Test
    void theSampleOfAStatementIsWritten() throws Exception {
        var out = folder.resolve("statement");

        var told = Installed.cold(folder).run("statement", "--config", STATEMENT.toString(), "--out", out.toString());

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).contains("no evidence", "Statement  " + out.resolve("statement.html"));
        assertThat(Files.readString(out.resolve("statement.html"))).contains("<h1>Security statement of the shop</h1>");
    }
}
