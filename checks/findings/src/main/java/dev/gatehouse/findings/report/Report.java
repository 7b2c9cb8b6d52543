package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One scan with all that it saw and decided; {@code report.json} is this record.
 *
 * @param schemaVersion of the JSON shape, {@code MAJOR.MINOR}; readers refuse an unknown major
 * @param created when the scan ended, UTC
 * @param components the project's libraries
 * @param findings worst first
 * @param fixed findings of the baseline that are gone
 * @param owaspTop10 one matrix an edition, newest first
 * @param problems of project discovery; those of scanners are in {@link ScannerRun#problems()}
 * @param confirmations findings that running the application confirmed
 * @param carried what the baseline knew beyond this scan, for the next baseline
 */
public record Report(
        String schemaVersion,
        Tool tool,
        Instant created,
        ProjectInfo project,
        List<ScannerRun> scanners,
        List<Component> components,
        List<Finding> findings,
        List<Finding> fixed,
        List<OwaspMatrix> owaspTop10,
        List<Problem> problems,
        @Nullable BaselineInfo baseline,
        PolicyInfo policy,
        Verdict verdict,
        List<Confirmation> confirmations,
        Carried carried) {

    public static final String SCHEMA_VERSION = "1.0";

    public Report {
        scanners = List.copyOf(scanners);
        components = List.copyOf(components);
        findings = List.copyOf(findings);
        fixed = List.copyOf(fixed);
        owaspTop10 = List.copyOf(owaspTop10);
        problems = List.copyOf(problems);
        confirmations = List.copyOf(Objects.requireNonNullElse(confirmations, List.of()));
        carried = Objects.requireNonNullElse(carried, Carried.NOTHING);
    }

    /** A report in which running the application confirmed nothing. */
    public Report(
            String schemaVersion,
            Tool tool,
            Instant created,
            ProjectInfo project,
            List<ScannerRun> scanners,
            List<Component> components,
            List<Finding> findings,
            List<Finding> fixed,
            List<OwaspMatrix> owaspTop10,
            List<Problem> problems,
            @Nullable BaselineInfo baseline,
            PolicyInfo policy,
            Verdict verdict,
            Carried carried) {
        this(
                schemaVersion,
                tool,
                created,
                project,
                scanners,
                components,
                findings,
                fixed,
                owaspTop10,
                problems,
                baseline,
                policy,
                verdict,
                List.of(),
                carried);
    }

    /** A report whose baseline, if any, left nothing to carry on. */
    public Report(
            String schemaVersion,
            Tool tool,
            Instant created,
            ProjectInfo project,
            List<ScannerRun> scanners,
            List<Component> components,
            List<Finding> findings,
            List<Finding> fixed,
            List<OwaspMatrix> owaspTop10,
            List<Problem> problems,
            @Nullable BaselineInfo baseline,
            PolicyInfo policy,
            Verdict verdict) {
        this(
                schemaVersion,
                tool,
                created,
                project,
                scanners,
                components,
                findings,
                fixed,
                owaspTop10,
                problems,
                baseline,
                policy,
                verdict,
                Carried.NOTHING);
    }

    /**
     * Findings that are neither in the code now nor fixed by this build. Without them a scan that left a scanner out
     * would forget what that scanner had found, and nothing could ever be called reintroduced.
     *
     * @param notChecked findings of the baseline whose scanner did not complete this time
     * @param fixedEarlier findings that were fixed before the baseline's build, latest first
     */
    public record Carried(List<Finding> notChecked, List<Finding> fixedEarlier) {
        public static final Carried NOTHING = new Carried(List.of(), List.of());

        public Carried {
            notChecked = List.copyOf(notChecked);
            fixedEarlier = List.copyOf(fixedEarlier);
        }
    }

    public record Tool(String name, String version) {}

    /**
     * @param file the baseline was read from
     * @param created when the baseline's scan ended, UTC
     */
    public record BaselineInfo(
            String file, Instant created, @Nullable String commit, int findings) {}

    /**
     * @param source {@code default} or the policy file
     * @param digest SHA-256 over policy and floor, lower-case hexadecimal
     */
    public record PolicyInfo(String source, @Nullable String floor, String digest) {}
}
