package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Use;
import dev.gatehouse.findings.acceptance.Use.Kind;
import dev.gatehouse.findings.acceptance.Use.Result;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of risk acceptances and VEX statements, as outcomes beside those of the rules. */
final class AcceptanceOutcomes {
    private static final int SHOWN = 10;

    private AcceptanceOutcomes() {}

    /** One for risk acceptances and one for VEX, each only if there are any. */
    static Stream<Judgement> of(List<Use> uses) {
        var risks = uses.stream().filter(use -> use.kind() == Kind.ACCEPTANCE).toList();
        var vex = uses.stream().filter(use -> use.kind() != Kind.ACCEPTANCE).toList();
        return Stream.concat(
                risks.isEmpty() ? Stream.empty() : Stream.of(judge("risk acceptances", "acceptance", risks)),
                vex.isEmpty() ? Stream.empty() : Stream.of(judge("VEX statements", "statement", vex)));
    }

    private static Judgement judge(String rule, String noun, List<Use> uses) {
        var breaking = uses.stream().filter(AcceptanceOutcomes::breaks).toList();
        return Judgement.of(
                rule,
                new Origin(Origin.Kind.FILE, breaking.isEmpty() ? sources(uses) : sources(breaking)),
                breaking.isEmpty() ? Verdict.Status.PASSED : Verdict.Status.FAILED,
                sentence(noun, uses),
                breaking.stream().flatMap(use -> use.findings().stream()).toList());
    }

    /** A floor is for many repositories: what of it does not concern this one cannot break this one's build. */
    private static boolean breaks(Use use) {
        boolean concerns =
                use.authority() == Authority.REPOSITORY || !use.findings().isEmpty();
        return switch (use.result()) {
            case EXPIRED -> concerns;
            case REFUSED -> use.kind() == Kind.VEX_FILE || (use.kind() == Kind.ACCEPTANCE && concerns);
            case USED, UNUSED, FORBIDDEN -> false;
        };
    }

    private static String sentence(String noun, List<Use> uses) {
        var used = uses.stream().filter(use -> use.result() == Result.USED).toList();
        long through =
                used.stream().flatMap(use -> use.findings().stream()).distinct().count();
        var parts = new ArrayList<String>();
        parts.add("%d %s%s used, letting %d finding%s through%s."
                .formatted(
                        used.size(),
                        noun,
                        used.size() == 1 ? "" : "s",
                        through,
                        through == 1 ? "" : "s",
                        used.isEmpty() ? "" : ": " + listed(used)));
        add(parts, "Expired", withResult(uses, Result.EXPIRED));
        add(parts, "Refused", withResult(uses, Result.REFUSED));
        add(parts, "Not allowed", withResult(uses, Result.FORBIDDEN));
        add(
                parts,
                "Unused",
                withResult(uses, Result.UNUSED).stream()
                        .filter(use -> use.authority() == Authority.REPOSITORY || use.kind() != Kind.ACCEPTANCE)
                        .toList());
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String word, List<Use> uses) {
        if (!uses.isEmpty()) {
            parts.add("%s (%d): %s.".formatted(word, uses.size(), listed(uses)));
        }
    }

    private static List<Use> withResult(List<Use> uses, Result result) {
        return uses.stream().filter(use -> use.result() == result).toList();
    }

    private static String listed(List<Use> uses) {
        var first = uses.stream()
                .limit(SHOWN)
                .map(use -> use.sentence().isEmpty() ? use.source() : use.source() + " (" + use.sentence() + ")")
                .map(VisibleText::brief)
                .collect(Collectors.joining(", "));
        return uses.size() > SHOWN ? first + " and %d more".formatted(uses.size() - SHOWN) : first;
    }

    private static String sources(List<Use> uses) {
        return uses.get(0).source();
    }
}
