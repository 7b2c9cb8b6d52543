package dev.gatehouse.cli.release;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.policy.version.SemVer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release jira}. */
@Command(
        name = "jira",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the Jira version of a release and sets it on the issues that its commits name, says whether all of them are"
                    + " done and every commit names one, and writes release notes.",
            "'release publish' marks the version as released."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every rule is kept", "1:a rule is not kept", "2:usage or bad input"},
        footer = {
            "",
            "Examples:",
            "  gatehouse release jira 4.3.0 --notes notes.md",
            "  gatehouse release jira 4.3.0 --check"
        })
final class JiraReleaseCommand implements Callable<Integer> {
    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Parameters(index = "0", paramLabel = "VERSION", description = "The version to be released.")
    private String version = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "A directory of the git repository. Default: the current one.")
    private Path directory = Path.of(".");

    @Option(
            names = "--site",
            paramLabel = "URL",
            description = "Where Jira is (default: GATEHOUSE_JIRA_SITE, else the organisation's file).")
    private @Nullable String site;

    @Option(
            names = "--commit",
            paramLabel = "REVISION",
            defaultValue = "HEAD",
            description = "What is to be released. Default: ${DEFAULT-VALUE}.")
    private String commit = "HEAD";

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description = "The release before. Default: the highest tagged version below this one.")
    private @Nullable String since;

    @Option(names = "--notes", paramLabel = "FILE", description = "Write release notes there, as Markdown.")
    private @Nullable Path notes;

    @Option(names = "--check", description = "Only say whether the rules are kept; change nothing in Jira.")
    private boolean check;

    @Option(names = "--released", description = "Mark it as released, where 'release publish' is not what publishes.")
    private boolean released;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long to talk to a Jira that answers; what is not done by then waits. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() {
        if (seconds < 0 || seconds > 3600) {
            throw new BadInput("--wait %d: give a number of seconds from 0 to 3600".formatted(seconds));
        }
        if (check && released) {
            throw new BadInput("--check changes nothing, so it does not go with --released");
        }
        var wanted = SemVer.parse(version);
        var rules = train.rules(directory);
        var jira = JiraRelease.find(rules, site, directory, train.clock())
                .orElseThrow(() -> new BadInput("%s: has no trackers.jira.release; docs/jira.md shows one"
                        .formatted(rules.file().name())));
        var review = jira.review(train.tags(rules), wanted, commit, since);
        review.rulings()
                .forEach(ruling -> train.line(
                        "  %-3s  %-14s  %s".formatted(ruling.kept() ? "yes" : "no", ruling.rule(), ruling.reason())));
        if (notes != null) {
            write(notes, jira.notes(wanted, review));
        }
        if (!check) {
            var intents = new ArrayList<>(java.util.List.of(jira.planned(wanted, review)));
            if (released) {
                intents.add(jira.released(wanted));
            }
            try (var queue = outbox.open(train.clock())) {
                jira.tell(queue, intents, Duration.ofSeconds(seconds), train::line);
            }
        }
        return review.allowed() ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new BadInput("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
