package dev.gatehouse.cli.incident;

import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.incident.IncidentCommand;
import dev.gatehouse.policy.incident.IncidentDesk;
import dev.gatehouse.policy.incident.IncidentState;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.support.Refused;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes incidents, and the decisions on versions that come with them, into the desk's ledger. */
final class Book {
    private final Desk desk;

    Book(Desk desk) {
        this.desk = desk;
    }

    <T> T look(Function<IncidentState, T> question) {
        return reading(incidents -> incidents.look(question));
    }

    /**
     * Records the command, then the measures, each an entry of its own. All are tried first, so that none is written when
     * one would be refused.
     *
     * @param measures given the incident's id, with which each reason starts
     * @return the exit code
     */
    int write(IncidentCommand command, BiFunction<IncidentState, String, List<Command>> measures) {
        var people = new IncidentDesk(desk.rules().approvals());
        var releases = new ReleaseDesk(desk.rules());
        var actor = Actor.name();
        Ledger.Decision<IncidentState> decision = (state, now) -> {
            var draft = people.decide(state, command, actor, now);
            var id = draft.payload().required("incident").asText();
            measures.apply(state, id).forEach(measure -> releases.decide(state.releases(), measure, actor, now));
            return draft;
        };
        try {
            if (desk.isDryRun()) {
                var draft = reading(incidents -> incidents.preview(decision));
                desk.out().println(desk.isJson() ? draft.payload().toString() : "would record " + draft.type());
                return ExitCode.PASSED;
            }
            var written = reading(incidents -> incidents.decide(decision));
            tell(written);
            var id = written.payload().required("incident").asText();
            look(state -> measures.apply(state, id))
                    .forEach(measure -> tell(reading(incidents ->
                            incidents.decide((state, now) -> releases.decide(state.releases(), measure, actor, now)))));
            return ExitCode.PASSED;
        } catch (Refused no) {
            no.reasons().forEach(reason -> desk.err().println("gatehouse: refused: " + VisibleText.exact(reason)));
            return ExitCode.FAILED;
        }
    }

    private void tell(Entry entry) {
        desk.out()
                .println(
                        desk.isJson()
                                ? EntryFormat.json(entry).toString()
                                : "recorded %s%s as entry %d by %s"
                                        .formatted(entry.type(), about(entry), entry.sequence(), entry.actor()));
    }

    private static String about(Entry entry) {
        var payload = entry.payload();
        var what = payload.has("incident") ? payload.path("incident") : payload.path("clientVersion");
        return what.isMissingNode() ? "" : " " + VisibleText.exact(what.asText());
    }

    private <T> T reading(Function<Ledger<IncidentState>, T> work) {
        if (desk.isRemote()) {
            throw new BadInput("incidents are written into the ledger itself, so this goes without --server");
        }
        return desk.ledger().reading(IncidentState::new, IncidentState::accept, work);
    }
}
