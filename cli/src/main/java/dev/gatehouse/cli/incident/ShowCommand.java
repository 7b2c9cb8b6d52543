package dev.gatehouse.cli.incident;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gatehouse incident show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one incident with its story.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Parameters(paramLabel = "ID", description = "The incident, such as INC-2026-001.")
    private String id = "";

    @Override
    public Integer call() {
        var incident = new Book(desk)
                .look(state -> state.incident(id))
                .orElseThrow(() -> new BadInput("there is no incident %s; 'gatehouse incident list' names them"
                        .formatted(VisibleText.brief(id))));
        if (desk.isJson()) {
            desk.out().println(IncidentText.json(incident));
        } else {
            IncidentText.whole(desk.out(), incident);
        }
        return 0;
    }
}
