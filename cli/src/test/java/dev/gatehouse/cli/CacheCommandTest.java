package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.shell.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CacheCommandTest {
    @Test
    void infoSaysWhereTheCacheIs() {
        var out = new StringWriter();

        int code = Gatehouse.run(new PrintWriter(out, true), new PrintWriter(new StringWriter()), "cache", "info");

        assertThat(code).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString()).contains("location  ").contains("gatehouse").contains("entries");
    }

    @Test
    void aNegativeNumberOfDaysIsBadInput() {
        var err = new StringWriter();

        int code = Gatehouse.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), "cache", "clear", "--older-than=-1");

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--older-than");
    }
}
