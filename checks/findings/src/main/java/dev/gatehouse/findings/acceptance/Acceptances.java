package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.acceptance.Accepted.Weighed;
import dev.gatehouse.findings.model.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Applies what the floor and the repository let through; the floor's word comes first, and its terms bind both. */
public final class Acceptances {
    private final List<Desk> desks;

    /**
     * @param grants at most one for each authority
     * @param today the day on which acceptances are looked at, UTC
     */
    public Acceptances(List<Grants> grants, LocalDate today) {
        var terms = new ArrayList<AcceptanceTerms>();
        desks = grants.stream()
                .sorted(Comparator.comparing(Grants::authority))
                .map(grant -> {
                    terms.add(grant.terms());
                    return new Desk(
                            grant.authority(),
                            new RiskDesk(grant, List.copyOf(terms), today),
                            new VexDesk(grant, List.copyOf(terms)));
                })
                .toList();
    }

    /** The findings with their acceptances. An instance is for one scan. */
    public Accepted apply(List<Finding> findings) {
        var weighed = findings.stream().map(this::weigh).toList();
        return new Accepted(
                weighed,
                desks.stream()
                        .flatMap(desk -> Stream.concat(desk.risks.uses().stream(), desk.vex.uses().stream()))
                        .toList());
    }

    private Weighed weigh(Finding finding) {
        var plain = finding.withAcceptance(null);
        var result = new Weighed(plain, null);
        boolean denied = false;
        for (var desk : desks) {
            var risk = desk.risks.decide(plain);
            var vex = desk.vex.decide(plain, denied);
            denied |= desk.vex.denies(plain);
            var granted = risk.or(() -> vex);
            if (result.by() == null && granted.isPresent()) {
                result = new Weighed(plain.withAcceptance(granted.get()), desk.authority);
            }
        }
        return result;
    }

    private record Desk(Authority authority, RiskDesk risks, VexDesk vex) {}
}
