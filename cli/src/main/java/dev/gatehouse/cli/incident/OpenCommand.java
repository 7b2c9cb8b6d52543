package dev.gatehouse.cli.incident;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.incident.IncidentCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse incident open}. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens an incident, and blocks versions or raises the minimum with it.",
        footer = {
            "",
            "Example:",
            "  gatehouse incident open --title 'prices can be changed' --severity critical \\",
            "      --app shop --platform ios --affected 4.2.0 --block --jira SEC-12"
        })
final class OpenCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private AboutVersions about = new AboutVersions();

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "What happened, in one line.")
    private String title = "";

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            required = true,
            description = "info, low, medium, high or critical.")
    private String severity = "";

    @Override
    public Integer call() {
        var text = Reason.of("--title", title);
        var opening = new IncidentCommand.Open(text, Severity.of(severity), about.issue(), about.versions());
        return new Book(desk).write(opening, (state, id) -> about.measures(id, text));
    }
}
