package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nothing was left out: no scanner stopped early, nothing was unreadable.
 *
 * @param unfinished what it means when a scanner failed or ran out of time, required or not
 * @param problems what it means when something could not be read or analysed
 * @param harmless kinds of problems that mean nothing
 */
public record CompletenessRule(Origin origin, Effect unfinished, Effect problems, Set<String> harmless)
        implements Rule {
    private static final int SHOWN = 3;

    public CompletenessRule {
        harmless = Set.copyOf(harmless);
    }

    @Override
    public String name() {
        return "nothing left out";
    }

    @Override
    public String sentence() {
        return VisibleText.brief(
                "A scanner that fails or runs out of time: %s. Something that cannot be read or analysed: %s%s."
                        .formatted(
                                words(unfinished),
                                words(problems),
                                harmless.isEmpty()
                                        ? ""
                                        : ", but not for "
                                                + harmless.stream().sorted().collect(Collectors.joining(", "))));
    }

    @Override
    public Judgement judge(Seen seen) {
        var stopped = seen.runs().stream().filter(CompletenessRule::stopped).toList();
        var unread = Stream.concat(
                        seen.problems().stream(), seen.runs().stream().flatMap(run -> run.problems().stream()))
                .filter(problem -> !harmless.contains(problem.kind()))
                .toList();
        var unexplained = seen.runs().stream()
                .filter(run ->
                        run.status() == ScannerStatus.PARTIAL && run.problems().isEmpty())
                .toList();
        var sentences = new ArrayList<String>();
        var status = Verdict.Status.PASSED;
        if (!stopped.isEmpty()) {
            status = worse(status, unfinished.status());
            stopped.forEach(run -> sentences.add(sentence(run)));
        }
        if (!unread.isEmpty() || !unexplained.isEmpty()) {
            status = worse(status, problems.status());
            unexplained.forEach(run -> sentences.add(sentence(run)));
            unreadWords(unread, sentences);
        }
        if (sentences.isEmpty()) {
            sentences.add("Every scanner finished, and everything could be read.");
        } else if (status == Verdict.Status.PASSED) {
            sentences.add("The policy ignores that.");
        }
        return Judgement.of(name(), origin, status, String.join(" ", sentences), List.of());
    }

    private static void unreadWords(List<Problem> unread, List<String> sentences) {
        if (!unread.isEmpty()) {
            var first = unread.stream()
                    .limit(SHOWN)
                    .map(problem -> VisibleText.brief("%s (%s)".formatted(problem.place(), problem.kind())))
                    .collect(Collectors.joining(", "));
            sentences.add("%d %s not be read or analysed: %s%s."
                    .formatted(
                            unread.size(),
                            unread.size() == 1 ? "thing could" : "things could",
                            first,
                            unread.size() > SHOWN ? " and %d more".formatted(unread.size() - SHOWN) : ""));
        }
    }

    private static String sentence(ScannerRun run) {
        return "%s %s%s"
                .formatted(run.id().label(), ScannersRule.words(run.status()), ScannersRule.because(run.reason()));
    }

    private static boolean stopped(ScannerRun run) {
        return run.status() == ScannerStatus.FAILED || run.status() == ScannerStatus.TIMED_OUT;
    }

    private static String words(Effect effect) {
        return effect == Effect.IGNORE
                ? "is ignored"
                : "makes the verdict " + effect.status().label();
    }

    /** Failed is the worst: what was seen is bad enough, whatever was not. */
    static Verdict.Status worse(Verdict.Status a, Verdict.Status b) {
        if (a == Verdict.Status.FAILED || b == Verdict.Status.FAILED) {
            return Verdict.Status.FAILED;
        }
        return a == Verdict.Status.INCOMPLETE ? a : b;
    }
}
