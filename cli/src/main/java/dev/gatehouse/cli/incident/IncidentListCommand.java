package dev.gatehouse.cli.incident;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.policy.incident.IncidentState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse incident list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Shows every incident, oldest first.")
final class IncidentListCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Override
    public Integer call() {
        var incidents = new Book(desk).look(IncidentState::incidents);
        if (desk.isJson()) {
            desk.out()
                    .println(JsonNodeFactory.instance
                            .arrayNode()
                            .addAll(incidents.stream().map(IncidentText::json).toList()));
        } else if (incidents.isEmpty()) {
            desk.out().println("no incident is recorded");
        } else {
            incidents.forEach(incident -> IncidentText.line(desk.out(), incident));
        }
        return 0;
    }
}
