package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.acceptance.Use.Kind;
import dev.gatehouse.findings.acceptance.Use.Result;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks findings up in the risk acceptances of one policy file, and notes what became of each. */
final class RiskDesk {
    private final List<AcceptanceTerms> terms;
    private final List<Entry> entries;

    RiskDesk(Grants grants, List<AcceptanceTerms> terms, LocalDate today) {
        this.terms = terms;
        this.entries = grants.acceptances().stream()
                .map(acceptance -> new Entry(acceptance, grants.authority(), standing(acceptance, today)))
                .toList();
    }

    private Standing standing(RiskAcceptance acceptance, LocalDate today) {
        if (acceptance.isExpired(today)) {
            return new Standing(Result.EXPIRED, "expired on " + acceptance.expires());
        }
        return terms.stream()
                .flatMap(term -> Stream.of(
                                term.againstEnd(acceptance.expires(), today), term.againstOwner(acceptance.owner()))
                        .flatMap(Optional::stream))
                .findFirst()
                .map(objection -> new Standing(Result.REFUSED, objection))
                .orElse(new Standing(null, ""));
    }

    /** The first acceptance in the file's order that lets the finding through. */
    Optional<Acceptance> decide(Finding finding) {
        Acceptance granted = null;
        for (var entry : entries) {
            if (entry.acceptance.findings().matches(finding) && entry.lets(finding, terms) && granted == null) {
                granted = entry.acceptance.forFinding();
            }
        }
        return Optional.ofNullable(granted);
    }

    List<Use> uses() {
        return entries.stream().flatMap(Entry::uses).toList();
    }

    /**
     * @param result why it cannot let anything through; none when it can
     */
    private record Standing(@Nullable Result result, String sentence) {}

    /** One acceptance with the findings that came to it. */
    private static final class Entry {
        private final RiskAcceptance acceptance;
        private final Authority authority;
        private final Standing standing;
        private final Set<String> matched = new LinkedHashSet<>();
        private final Set<String> forbidden = new LinkedHashSet<>();
        private String objection = "";

        Entry(RiskAcceptance acceptance, Authority authority, Standing standing) {
            this.acceptance = acceptance;
            this.authority = authority;
            this.standing = standing;
        }

        boolean lets(Finding finding, List<AcceptanceTerms> terms) {
            var against = terms.stream()
                    .flatMap(term -> term.against(finding).stream())
                    .findFirst();
            if (standing.result == null && against.isPresent()) {
                objection = against.get();
                forbidden.add(finding.id());
                return false;
            }
            matched.add(finding.id());
            return standing.result == null;
        }

        Stream<Use> uses() {
            var uses = new ArrayList<Use>();
            if (standing.result != null) {
                uses.add(use(standing.result, standing.sentence, matched));
            } else if (!matched.isEmpty()) {
                uses.add(use(Result.USED, "", matched));
            } else if (forbidden.isEmpty()) {
                uses.add(use(Result.UNUSED, "", matched));
            }
            if (!forbidden.isEmpty()) {
                uses.add(use(Result.FORBIDDEN, objection, forbidden));
            }
            return uses.stream();
        }

        private Use use(Result result, String sentence, Set<String> findings) {
            return new Use(Kind.ACCEPTANCE, authority, acceptance.source(), result, sentence, List.copyOf(findings));
        }
    }
}
