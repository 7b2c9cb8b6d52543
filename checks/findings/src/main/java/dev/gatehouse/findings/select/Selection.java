package dev.gatehouse.findings.select;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import java.util.List;
import java.util.stream.Collectors;

/** Findings that meet every one of some conditions; without conditions, all findings. */
public record Selection(List<Condition> conditions) {
    public static final Selection ALL = new Selection(List.of());

    /** Findings that a scanner reports for information only: by their severity or by their tag. */
    public static final Selection INFORMATIONAL = new Selection(List.of(new Condition(
            Subject.TAG,
            "tag 'informational' or severity info",
            true,
            finding -> finding.severity() == Severity.INFO || finding.tags().contains("informational"))));

    /** Findings that a second look shows to be false alarms. */
    public static final Selection UNLIKELY = new Selection(List.of(new Condition(
            Subject.TRIAGE,
            "unlikely by triage",
            true,
            finding -> Triage.levelOf(finding.triage()) == Triage.Level.UNLIKELY)));

    public Selection {
        conditions = List.copyOf(conditions);
    }

    /** Findings of that severity or a worse one. */
    public static Selection atLeast(Severity severity) {
        return new Selection(List.of(Subject.atLeast(severity)));
    }

    public boolean matches(Finding finding) {
        return conditions.stream().allMatch(condition -> condition.test().test(finding));
    }

    /** Whether at least one condition leaves something out. */
    public boolean narrows() {
        return conditions.stream().anyMatch(Condition::narrows);
    }

    /** Such as {@code severity high or worse, CWE-89}; {@code any finding} without conditions. */
    public String words() {
        return conditions.isEmpty()
                ? "any finding"
                : conditions.stream().map(Condition::words).collect(Collectors.joining(", "));
    }
}
