package dev.gatehouse.cli.statement;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.cli.policy.WholeFile;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.cli.shell.Version;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.module.ModuleStart;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Outside;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.file.StatementReader;
import dev.gatehouse.policy.statement.oscal.AssessmentResults;
import dev.gatehouse.policy.statement.page.HtmlPage;
import dev.gatehouse.policy.statement.page.JsonPage;
import dev.gatehouse.policy.statement.page.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse statement}. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the security statement: each claim, whether it holds now, since when, and by which evidence.",
            "Ends with 0 whatever comes out, or with 1 for a state that is named with --fail-on."
        })
public final class StatementCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "statement.yml",
            description = "What is claimed, and where the evidence is (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("statement.yml");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where statement.html, statement.md and statement.json go.")
    private Path out = Path.of(".");

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "The statement.json before, which tells since when (default: the one in --out).")
    private @Nullable Path previous;

    @Option(
            names = "--fail-on",
            paramLabel = "STATE",
            split = ",",
            description = "End with 1 when a claim is so: does-not-hold, no-evidence.")
    private List<String> failOn = List.of();

    @Option(
            names = "--oscal",
            description =
                    "Also write assessment-results.json: OSCAL 1.1.3, with the open findings of the scan as risks, for"
                            + " auditors rather than for everybody.")
    private boolean oscal;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        var failing = failOn.stream().map(StatementCommand::state).toList();
        var plan = StatementReader.read(config);
        var before = before();
        var evidence = new Evidence(
                plan.sources(),
                new Outside(
                        ledger::named, () -> new Grants(), ModuleStart.module().orElse(null)),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var statement = Statement.of(plan, evidence, before);
        var tool = "Gatehouse " + Version.number();
        WholeFile.write(out.resolve("statement.json"), JsonPage.of(statement, tool));
        WholeFile.write(out.resolve("statement.md"), MarkdownPage.of(statement, tool));
        WholeFile.write(out.resolve("statement.html"), HtmlPage.of(statement, tool));
        if (oscal) {
            WholeFile.write(
                    out.resolve("assessment-results.json"),
                    AssessmentResults.of(statement, evidence.anyReport(), evidence.serviceLevels(), tool));
        }
        tell(statement);
        return statement.claims().stream().anyMatch(told -> failing.contains(told.state()))
                ? ExitCode.FAILED
                : ExitCode.PASSED;
    }

    private static State state(String key) {
        return State.find(key)
                .filter(state -> state != State.HOLDS)
                .orElseThrow(() -> new BadInput("--fail-on is '%s'; it is does-not-hold, no-evidence or attested"
                        .formatted(VisibleText.word(key))));
    }

    private Map<String, Statement.Before> before() {
        var file = previous == null ? out.resolve("statement.json") : previous;
        try {
            return Files.exists(file) || previous != null ? JsonPage.before(Files.readAllBytes(file)) : Map.of();
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read; name a statement.json that was written before".formatted(file), e);
        }
    }

    private void tell(Statement statement) {
        var lines = Objects.requireNonNull(spec).commandLine().getOut();
        statement
                .claims()
                .forEach(told -> lines.println("  %-13s  %s"
                        .formatted(
                                told.state().label(),
                                VisibleText.line(told.claim().title()))));
        lines.println(Arrays.stream(State.values())
                .map(state -> "%d %s".formatted(statement.count(state), state.label()))
                .collect(Collectors.joining(", ")));
        lines.println("Statement  " + out.resolve("statement.html"));
    }
}
