package dev.gatehouse.cli.incident;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.incident.Incident;
import dev.gatehouse.policy.incident.IncidentCommand;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse incident update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description =
                "Adds to an incident's story; corrects its severity, issue and versions; blocks or raises with it.")
final class UpdateCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private AboutVersions about = new AboutVersions();

    @Parameters(paramLabel = "ID", description = "The incident, such as INC-2026-001.")
    private String id = "";

    @Option(names = "--note", paramLabel = "TEXT", required = true, description = "What is new, in one line.")
    private String note = "";

    @Option(names = "--severity", paramLabel = "LEVEL", description = "info, low, medium, high or critical.")
    private @Nullable String severity;

    @Override
    public Integer call() {
        var update = new IncidentCommand.Update(
                id,
                Reason.of("--note", note),
                severity == null ? null : Severity.of(severity),
                about.issue(),
                about.versions());
        return new Book(desk)
                .write(
                        update,
                        (state, id) -> about.measures(
                                id, state.incident(id).map(Incident::title).orElseThrow()));
    }
}
