package dev.gatehouse.cli;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.cache.CacheFolder;
import dev.gatehouse.scanners.cache.CacheHome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and empties the folder in which results are kept. */
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows and empties the cache of scan results.",
        subcommands = {CacheCommand.Info.class, CacheCommand.Clear.class})
final class CacheCommand {
    private static CacheHome home() {
        return new CacheHome(Installation.of(System.getenv()).cache());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d kB".formatted((bytes + 999) / 1000)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static BadInput unreadable(CacheHome home, IOException e) {
        return new BadInput(
                "the cache %s cannot be read or written: %s".formatted(home.directory(), e.getMessage()), e);
    }

    /** {@code gatehouse cache info}. */
    @Command(name = "info", mixinStandardHelpOptions = true, description = "Says where the cache is and how full.")
    static final class Info implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            var home = home();
            try {
                var content = new CacheFolder(home, Clock.systemUTC()).content();
                var out = spec.commandLine().getOut();
                out.println("location  " + home.directory());
                out.println("entries   " + content.entries());
                out.println("size      " + size(content.bytes()));
                if (content.oldest() != null) {
                    out.println("unused    since " + content.oldest() + " at most");
                }
                return ExitCode.PASSED;
            } catch (IOException e) {
                throw unreadable(home, e);
            }
        }
    }

    /** {@code gatehouse cache clear}. */
    @Command(name = "clear", mixinStandardHelpOptions = true, description = "Removes what is kept.")
    static final class Clear implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--older-than", paramLabel = "DAYS", description = "Only what was not used for so many days.")
        private int days;

        @Override
        public Integer call() {
            if (days < 0) {
                throw new BadInput("--older-than %d: give a number of days from 0".formatted(days));
            }
            var home = home();
            try {
                var gone = new CacheFolder(home, Clock.systemUTC()).clear(Duration.ofDays(days));
                spec.commandLine()
                        .getOut()
                        .println("removed %d entries, %s".formatted(gone.entries(), size(gone.bytes())));
                return ExitCode.PASSED;
            } catch (IOException e) {
                throw unreadable(home, e);
            }
        }
    }
}
