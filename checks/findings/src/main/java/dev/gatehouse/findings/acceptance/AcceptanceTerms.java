package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.findings.select.Selection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a policy file asks of risk acceptances.
 *
 * @param maxDays how far ahead an acceptance may expire, in days
 * @param owners patterns, one of which an owner must match, in any case; empty when anybody may own one
 * @param never findings that nobody may accept
 * @param source who says so, for sentences
 */
public record AcceptanceTerms(int maxDays, List<Glob> owners, List<Selection> never, String source) {
    public static final int DEFAULT_MAX_DAYS = 180;

    /** What holds where no file says anything. */
    public static final AcceptanceTerms DEFAULT =
            new AcceptanceTerms(DEFAULT_MAX_DAYS, List.of(), List.of(), "the built-in policy");

    public AcceptanceTerms {
        owners = List.copyOf(owners);
        never = List.copyOf(never);
    }

    /** Why an acceptance may not expire on that day, if so. */
    public Optional<String> againstEnd(LocalDate expires, LocalDate today) {
        var latest = today.plusDays(maxDays);
        return expires.isAfter(latest)
                ? Optional.of("expires on %s, but %s allows at most %d days, now until %s"
                        .formatted(expires, source, maxDays, latest))
                : Optional.empty();
    }

    /** Why that person may not own an acceptance, if so. */
    public Optional<String> againstOwner(String owner) {
        var name = owner.toLowerCase(Locale.ROOT);
        return owners.isEmpty()
                        || owners.stream()
                                .anyMatch(glob -> new Glob(glob.pattern().toLowerCase(Locale.ROOT)).matches(name))
                ? Optional.empty()
                : Optional.of("%s may own no acceptance: %s allows %s"
                        .formatted(
                                owner,
                                source,
                                owners.stream().map(Glob::pattern).collect(Collectors.joining(", "))));
    }

    /** Why that finding may not be accepted, if so. */
    public Optional<String> against(Finding finding) {
        return never.stream()
                .filter(selection -> selection.matches(finding))
                .findFirst()
                .map(selection -> "%s forbids accepting findings with %s".formatted(source, selection.words()));
    }
}
