package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.trackers.jira.text.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One issue as it should be.
 *
 * @param marker without the generation, which only Jira and the outbox know
 * @param summary one line of at most 255 characters
 * @param create whether a new issue may be made; an existing one is kept right in any case
 * @param findings ids of the findings that it stands for, sorted
 * @param places modules and files, for the component
 * @param owners who may be responsible, most likely first, as CODEOWNERS or git call them
 * @param due last day of the service level; none without one
 * @param seen when the scan ended that says so
 * @param link to the report, if there is one that people can open
 */
public record Wanted(
        Owner owner,
        String marker,
        Condition condition,
        ScannerKind scanner,
        String summary,
        Document description,
        Severity severity,
        boolean create,
        List<String> findings,
        List<String> places,
        List<String> owners,
        @Nullable LocalDate due,
        Instant seen,
        @Nullable String commit,
        @Nullable String link) {
    public Wanted {
        findings = List.copyOf(findings);
        places = List.copyOf(places);
        owners = List.copyOf(owners);
    }

    /** What became of the findings. */
    public enum Condition {
        /** At least one is there and nobody has accepted it. */
        OPEN,
        /** All are gone from the code. */
        FIXED,
        /** All that are there have been accepted in the policy. */
        ACCEPTED
    }

    public Marker first() {
        return new Marker(marker, 1);
    }

    /** The same after a scan that finds nothing of it any more. */
    public Wanted fixed(Instant since) {
        return new Wanted(
                owner,
                marker,
                Condition.FIXED,
                scanner,
                summary,
                description,
                severity,
                false,
                findings,
                places,
                owners,
                due,
                since,
                commit,
                link);
    }

    public Wanted withOwners(List<String> others) {
        return new Wanted(
                owner,
                marker,
                condition,
                scanner,
                summary,
                description,
                severity,
                create,
                findings,
                places,
                others,
                due,
                seen,
                commit,
                link);
    }

    /** Equal for two scans that want the same of Jira; the time of the scan does not count, nor what follows
     * from it. */
    public String digest() {
        return Sha256.of(marker, condition.name(), summary, severity.name(), String.join(",", findings));
    }
}
