package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Scanners that must have run. One that ran but could not read everything did run; {@link CompletenessRule} looks at what
 * it missed.
 *
 * @param missing what it means when one did not; never {@link Effect#IGNORE}
 */
public record ScannersRule(Origin origin, Set<ScannerKind> required, Effect missing) implements Rule {
    public ScannersRule {
        required = Set.copyOf(required);
    }

    @Override
    public String name() {
        return "scanners that must run";
    }

    @Override
    public String sentence() {
        return required.isEmpty()
                ? "No scanner has to run."
                : "%s must have run; otherwise the verdict is %s."
                        .formatted(words(), missing.status().label());
    }

    @Override
    public Judgement judge(Seen seen) {
        var reasons = new TreeSet<>(required)
                .stream().flatMap(kind -> complaint(seen, kind).stream()).toList();
        return reasons.isEmpty()
                ? Judgement.of(
                        name(),
                        origin,
                        Verdict.Status.PASSED,
                        required.isEmpty() ? "No scanner has to run." : "%s ran.".formatted(words()),
                        List.of())
                : Judgement.of(name(), origin, missing.status(), String.join(" ", reasons), List.of());
    }

    private static Optional<String> complaint(Seen seen, ScannerKind kind) {
        var run = seen.run(kind);
        if (run.isEmpty()) {
            return Optional.of("%s must run and did not.".formatted(kind.label()));
        }
        var status = run.get().status();
        if (status == ScannerStatus.COMPLETED || status == ScannerStatus.PARTIAL) {
            return Optional.empty();
        }
        return Optional.of("%s must run and %s%s"
                .formatted(kind.label(), words(status), because(run.get().reason())));
    }

    static String words(ScannerStatus status) {
        return switch (status) {
            case COMPLETED -> "completed";
            case PARTIAL -> "could not look at everything";
            case FAILED -> "failed";
            case TIMED_OUT -> "ran out of time";
            case SKIPPED -> "was skipped";
        };
    }

    static String because(String reason) {
        return reason.isBlank() ? "." : ": " + VisibleText.brief(reason) + (reason.endsWith(".") ? "" : ".");
    }

    private String words() {
        return required.stream().sorted().map(ScannerKind::label).collect(Collectors.joining(", "));
    }
}
