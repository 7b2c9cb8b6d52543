package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.text.VisibleText;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of {@code report.json} that a baseline is made of. Everything in it may be missing or hostile. */
record BaselineDocument(
        @Nullable String schemaVersion,
        @Nullable Instant created,
        @Nullable Origin project,
        List<Finding> findings,
        List<Finding> fixed,
        @Nullable Carried carried) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    record Origin(
            @Nullable String name,
            @Nullable String commit,
            @Nullable String branch) {}

    record Carried(List<Finding> notChecked, List<Finding> fixedEarlier) {}

    static BaselineDocument of(Baseline baseline) {
        return new BaselineDocument(
                Report.SCHEMA_VERSION,
                baseline.created(),
                new Origin(baseline.project(), baseline.commit(), baseline.branch()),
                baseline.findings(),
                List.of(),
                new Carried(List.of(), baseline.fixedEarlier()));
    }

    Baseline baseline(Path file) {
        if (created == null) {
            throw new BadInput("%s does not say when it was created".formatted(file));
        }
        var present = join(findings, carried == null ? List.of() : carried.notChecked());
        var gone = join(fixed, carried == null ? List.of() : carried.fixedEarlier());
        join(present, gone).forEach(finding -> check(file, finding));
        var ids = new HashSet<String>();
        for (var finding : present) {
            if (!ids.add(finding.id())) {
                throw new BadInput("%s has two findings with the id %s".formatted(file, finding.id()));
            }
        }
        return new Baseline(
                project == null || project.name() == null ? "" : project.name(),
                created,
                project == null ? null : project.commit(),
                project == null ? null : project.branch(),
                present,
                gone);
    }

    @SuppressWarnings("ConstantValue") // Jackson gives null for what the file leaves out
    private static void check(Path file, @Nullable Finding finding) {
        if (finding == null
                || Stream.of(finding.scanner(), finding.rule(), finding.severity(), finding.location())
                        .anyMatch(value -> value == null)) {
            throw new BadInput("%s has a finding without scanner, rule, severity or location".formatted(file));
        }
        if (finding.id() == null || !ID.matcher(finding.id()).matches()) {
            throw new BadInput("%s has a finding of rule %s whose id is not one of ours: %s"
                    .formatted(file, VisibleText.word(finding.rule()), VisibleText.word(String.valueOf(finding.id()))));
        }
        if (finding.firstSeen() != null) {
            checkDay(file, finding.id(), finding.firstSeen());
        }
    }

    private static void checkDay(Path file, String id, String day) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new BadInput(
                    "%s: firstSeen of %s is '%s', expected a day such as 2026-01-31"
                            .formatted(file, id, VisibleText.word(day)),
                    e);
        }
    }

    private static List<Finding> join(List<Finding> some, List<Finding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
