package dev.gatehouse.cli.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.cli.policy.Rules;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.policy.git.GitRepository;
import dev.gatehouse.policy.train.ReleaseCheck;
import dev.gatehouse.policy.train.ReleaseSettings;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.train.WorkingCopy;
import dev.gatehouse.policy.version.SemVer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says whether a version may be released, with every rule's reason.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:yes", "1:no", "2:usage or bad input"},
        footer = {
            "",
            "Examples:",
            "  gatehouse release check 4.3.0",
            "  gatehouse release check 4.2.8 --hotfix \"crash at start, SHOP-1234\""
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private TrainOptions train = new TrainOptions();

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
            names = {"--hotfix", "--reason"},
            paramLabel = "REASON",
            description = "Asks for the hotfix lane, and says why.")
    private String reason = "";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Asks for another day. Default: today in the train's time zone.")
    private @Nullable String on;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    /** What goes to standard output. */
    enum Format {
        text,
        json
    }

    /** The JSON. */
    record Answer(String version, String day, boolean allowed, List<Rule> rules) {
        record Rule(String rule, boolean kept, String reason) {}

        static Answer of(ReleaseCheck check) {
            var rules = check.rulings().stream()
                    .map(ruling -> new Rule(ruling.rule(), ruling.kept(), ruling.reason()))
                    .toList();
            return new Answer(check.version().toString(), check.day().toString(), check.allowed(), rules);
        }
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var wanted = SemVer.parse(version);
        var rules = train.rules(directory);
        var product = train.product(rules);
        var day = train.day("--on", on, product);
        try (var repository = GitRepository.open(directory)) {
            var tags = repository.tags(product.tags());
            var asked = ReleaseCheck.of(product, tags, WorkingCopy.of(repository), wanted, day, reason);
            var check = withJira(asked, product, rules);
            if (format == Format.json) {
                train.json(Answer.of(check));
            } else {
                print(check);
            }
            return check.allowed() ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }

    /** The rules on issues and commits count like any other, where the policy file has them. */
    private ReleaseCheck withJira(ReleaseCheck check, ReleaseSettings.Product product, Rules rules) {
        var rulings = new ArrayList<>(check.rulings());
        JiraRelease.find(rules, null, directory, train.clock())
                .map(jira -> jira.review(product.tags(), check.version(), "HEAD", null))
                .ifPresent(review ->
                        review.rulings().forEach(one -> rulings.add(new Ruling(one.rule(), one.kept(), one.reason()))));
        return new ReleaseCheck(check.version(), check.day(), rulings);
    }

    private void print(ReleaseCheck check) {
        train.line("%s: %s may%s be released on %s"
                .formatted(
                        check.allowed() ? "yes" : "no", check.version(), check.allowed() ? "" : " not", check.day()));
        check.rulings()
                .forEach(ruling -> train.line(
                        "  %-3s  %-14s  %s".formatted(ruling.kept() ? "yes" : "no", ruling.rule(), ruling.reason())));
    }
}
