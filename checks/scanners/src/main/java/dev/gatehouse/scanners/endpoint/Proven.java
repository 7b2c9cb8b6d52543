package dev.gatehouse.scanners.endpoint;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Confirmation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Has a finding believed that a request proved, whatever a look at its code says: the request is the better witness. */
public final class Proven {
    private Proven() {}

    /** All findings, in their order; those that are confirmed say so in their triage. */
    public static List<Finding> believed(List<Finding> findings, List<Confirmation> confirmations) {
        var proven = confirmations.stream().map(Confirmation::finding).collect(Collectors.toUnmodifiableSet());
        return findings.stream().map(finding -> believed(finding, proven)).toList();
    }

    private static Finding believed(Finding finding, Set<String> proven) {
        var before = finding.triage();
        var level = Triage.levelOf(before);
        if (!proven.contains(finding.id()) || level == Triage.Level.CONFIRMED) {
            return finding;
        }
        var reason = "A request to the running application proved it.";
        return finding.withTriage(new Triage(
                Triage.Level.CONFIRMED,
                before == null || level == Triage.Level.LIKELY
                        ? reason
                        : "%s By its code it had been held for %s: %s"
                                .formatted(reason, level.label(), before.reason())));
    }
}
