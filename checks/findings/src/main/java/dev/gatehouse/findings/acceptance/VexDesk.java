package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.acceptance.Use.Kind;
import dev.gatehouse.findings.acceptance.Use.Result;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.vex.VexDocument;
import dev.gatehouse.findings.vex.VexStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks findings up in the VEX statements of one policy file. Of several statements about one finding the newest counts;
 * of equally new ones, one that clears nothing.
 */
final class VexDesk {
    private static final Comparator<VexStatement> NEWEST_LAST = Comparator.comparing(VexStatement::when)
            .thenComparing(statement -> statement.status().clears(), Comparator.reverseOrder());

    private final Grants grants;
    private final List<AcceptanceTerms> terms;
    private final Map<String, List<VexStatement>> byVulnerability = new HashMap<>();
    private final Map<VexStatement, Set<String>> used = new LinkedHashMap<>();
    private final Map<VexStatement, Objection> stopped = new LinkedHashMap<>();

    VexDesk(Grants grants, List<AcceptanceTerms> terms) {
        this.grants = grants;
        this.terms = terms;
        statements()
                .forEach(statement -> statement
                        .vulnerabilities()
                        .forEach(id -> byVulnerability
                                .computeIfAbsent(id, none -> new ArrayList<>())
                                .add(statement)));
    }

    /**
     * The acceptance that the newest statement about the finding makes, if it clears it.
     *
     * @param denied true when a higher authority says that the finding is not cleared
     */
    Optional<Acceptance> decide(Finding finding, boolean denied) {
        var newest = newest(finding).filter(statement -> statement.status().clears());
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var statement = newest.get();
        var objection = denied
                ? Optional.of(new Objection(Result.FORBIDDEN, "the floor's VEX says otherwise", new LinkedHashSet<>()))
                : objection(statement, finding);
        if (objection.isPresent()) {
            stopped.computeIfAbsent(statement, first -> objection.get())
                    .findings
                    .add(finding.id());
            return Optional.empty();
        }
        used.computeIfAbsent(statement, first -> new LinkedHashSet<>()).add(finding.id());
        return Optional.of(acceptance(statement));
    }

    /** Whether the newest statement about the finding does not clear it. */
    boolean denies(Finding finding) {
        return newest(finding).filter(statement -> !statement.status().clears()).isPresent();
    }

    List<Use> uses() {
        var files = grants.vex().stream()
                .filter(document -> document.refusal() != null)
                .map(document -> use(
                        Kind.VEX_FILE, document.name(), Result.REFUSED, String.valueOf(document.refusal()), Set.of()));
        var refused = grants.vex().stream()
                .flatMap(document -> document.refused().stream())
                .map(refusal -> use(Kind.VEX_STATEMENT, refusal.source(), Result.REFUSED, refusal.reason(), Set.of()));
        return Stream.concat(Stream.concat(files, refused), statements().flatMap(this::usesOf))
                .toList();
    }

    private Stream<Use> usesOf(VexStatement statement) {
        var uses = new ArrayList<Use>();
        var accepted = used.get(statement);
        var objection = stopped.get(statement);
        if (accepted != null) {
            uses.add(use(Kind.VEX_STATEMENT, statement.source(), Result.USED, "", accepted));
        }
        if (objection != null) {
            uses.add(use(
                    Kind.VEX_STATEMENT, statement.source(), objection.result, objection.sentence, objection.findings));
        }
        if (uses.isEmpty()) {
            var why = statement.status().clears()
                    ? ""
                    : "says " + statement.status().words() + ", which lets nothing through";
            uses.add(use(Kind.VEX_STATEMENT, statement.source(), Result.UNUSED, why, Set.of()));
        }
        return uses.stream();
    }

    private Optional<VexStatement> newest(Finding finding) {
        return byVulnerability.getOrDefault(finding.rule().toUpperCase(Locale.ROOT), List.of()).stream()
                .filter(statement -> statement.isAbout(finding, grants.ownNames()))
                .max(NEWEST_LAST);
    }

    private Optional<Objection> objection(VexStatement statement, Finding finding) {
        return terms.stream()
                .flatMap(term -> Stream.concat(
                        term.againstOwner(statement.author()).stream()
                                .map(why -> new Objection(Result.REFUSED, why, new LinkedHashSet<>())),
                        term.against(finding).stream()
                                .map(why -> new Objection(Result.FORBIDDEN, why, new LinkedHashSet<>()))))
                .findFirst();
    }

    private Stream<VexStatement> statements() {
        return grants.vex().stream().map(VexDocument::statements).flatMap(List::stream);
    }

    private static Acceptance acceptance(VexStatement statement) {
        var reason = statement.text().isEmpty()
                ? "VEX: %s".formatted(statement.status().words())
                : "VEX: %s: %s".formatted(statement.status().words(), statement.text());
        return new Acceptance(statement.author(), reason, null, statement.source(), statement.justification());
    }

    private Use use(Kind kind, String source, Result result, String sentence, Set<String> findings) {
        return new Use(kind, grants.authority(), source, result, sentence, List.copyOf(findings));
    }

    private record Objection(Result result, String sentence, Set<String> findings) {}
}
