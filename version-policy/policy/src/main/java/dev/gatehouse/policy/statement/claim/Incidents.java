package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.incident.Incident;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * That every incident of the last year was fixed in time. Titles stay out of a statement: an open one would tell attackers.
 *
 * @param within days until the fix was out, by severity
 */
public record Incidents(Map<Severity, Integer> within) implements Question {
    public Incidents {
        within = Map.copyOf(within);
    }

    @Override
    public Answer answer(Evidence evidence) {
        var year = evidence.now().minus(Duration.ofDays(365));
        var incidents = evidence.ledger().incidents().incidents().stream()
                .filter(one -> one.isOpen() || one.opened().isAfter(year))
                .toList();
        long late =
                incidents.stream().filter(one -> isLate(one, evidence.now())).count();
        long open = incidents.stream().filter(Incident::isOpen).count();
        return Answer.of(
                        late == 0,
                        "%d incidents recorded in the last year, %d open, %d beyond their time.%s"
                                .formatted(incidents.size(), open, late, median(incidents)),
                        evidence.ledgerProof())
                .with(new Grid(
                        List.of("Incident", "Severity", "Opened", "State", "Fix released after"),
                        incidents.stream()
                                .map(one -> new Grid.Row(
                                        null,
                                        List.of(
                                                one.id(),
                                                one.severity().label(),
                                                Evidence.day(one.opened()).toString(),
                                                one.isOpen() ? "open" : "closed",
                                                one.timeToFix()
                                                        .map(Incidents::spoken)
                                                        .orElse(one.isOpen() ? "" : "no release was needed"))))
                                .toList()));
    }

    private boolean isLate(Incident incident, Instant now) {
        var limit = within.get(incident.severity());
        var took = incident.timeToFix()
                .or(incident::timeToClose)
                .orElseGet(() -> Duration.between(incident.opened(), now));
        return limit != null && took.compareTo(Duration.ofDays(limit)) > 0;
    }

    private static String median(Iterable<Incident> incidents) {
        var times = new ArrayList<Duration>();
        incidents.forEach(one -> one.timeToFix().ifPresent(times::add));
        Collections.sort(times);
        return times.isEmpty()
                ? ""
                : " Half of the fixes were released within %s.".formatted(spoken(times.get((times.size() - 1) / 2)));
    }

    private static String spoken(Duration time) {
        return time.toDays() > 0
                ? "%d d %d h".formatted(time.toDays(), time.toHoursPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
