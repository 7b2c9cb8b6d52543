package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.Comparator;
import java.util.List;

/** All proposals of a target, and the file that shows them in the policy's own language. */
public final class ProposedAcceptances {
    private ProposedAcceptances() {}

    /** In order of their issues. */
    public static List<Proposal> of(Outbox outbox, String target) {
        return outbox.memories(JiraHandler.TRACKER, target, Job.PROPOSAL).values().stream()
                .map(Proposal::parse)
                .sorted(Comparator.comparing(Proposal::key))
                .toList();
    }

    /** YAML with the section {@code acceptances}; every text is quoted as JSON, which YAML 1.2 reads alike. */
    public static String yaml(List<Proposal> proposals) {
        var yaml = new StringBuilder("""
                # Issues that somebody closed as "won't do". Nothing here counts: to accept a risk, move its entry into
                # the policy file under `acceptances`, with an owner who answers for it, and have that reviewed.
                acceptances:
                """);
        for (var proposal : proposals) {
            yaml.append(
                    "  # %s, %s\n".formatted(VisibleText.line(proposal.page()), VisibleText.line(proposal.summary())));
            for (var finding : proposal.findings()) {
                yaml.append("  - id: %s\n    owner: %s\n    reason: %s\n    expires: %s\n"
                        .formatted(
                                quoted(finding),
                                quoted(proposal.by().isBlank() ? "not known" : proposal.by()),
                                quoted("%s was closed as '%s' on %s"
                                        .formatted(
                                                proposal.key(),
                                                proposal.said(),
                                                proposal.at().toString().substring(0, 10))),
                                proposal.expires()));
            }
        }
        return proposals.isEmpty() ? yaml.toString().replace("acceptances:", "acceptances: []") : yaml.toString();
    }

    private static String quoted(String text) {
        try {
            return ReportJson.mapper().writeValueAsString(VisibleText.line(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can be written", e);
        }
    }
}
