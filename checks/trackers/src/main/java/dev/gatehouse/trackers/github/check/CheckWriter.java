package dev.gatehouse.trackers.github.check;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.trackers.github.place.BuildPlace;
import dev.gatehouse.trackers.github.text.Length;
import dev.gatehouse.trackers.github.text.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a report into the check run at its commit. */
public final class CheckWriter {
    private final String name;
    private final int mostAnnotations;

    /**
     * @param name of the check
     * @param mostAnnotations worst first; the others are counted in the summary
     */
    public CheckWriter(String name, int mostAnnotations) {
        this.name = name;
        this.mostAnnotations = mostAnnotations;
    }

    /**
     * @param build the page of the build, if there is one
     * @param cut sentences on what other parts of GitHub were not told
     */
    public CheckContent of(Report report, BuildPlace place, @Nullable String build, List<String> cut) {
        var annotations = new Annotations(place.folder(), report.project().kind());
        var fresh = Tally.counting(report).stream().filter(CheckWriter::isFresh).toList();
        var all = fresh.stream()
                .flatMap(finding -> annotations.of(finding).stream())
                .toList();
        var sent = all.subList(0, Math.min(all.size(), mostAnnotations));
        var notes = new java.util.ArrayList<>(cut);
        if (sent.size() < fresh.size()) {
            notes.add(
                    "%,d of %,d new findings are annotated here, the worst first; the others are at no line of this repository or beyond the limit of %,d."
                            .formatted(sent.size(), fresh.size(), mostAnnotations));
        }
        var title = Length.cut(title(report), 255);
        var summary = Length.page(
                Summary.of(report, notes), Length.BODY, "This summary was cut here: GitHub takes 65,535 characters.");
        var conclusion = report.verdict().status() == Verdict.Status.PASSED ? "success" : "failure";
        return new CheckContent(
                name,
                place.commit(),
                id(place, conclusion, title, summary, sent),
                conclusion,
                title,
                summary,
                sent,
                build);
    }

    /** One line: the verdict and the numbers that decided. */
    public static String title(Report report) {
        var tally = Tally.of(report);
        return "%s: %d new, %d in all, %d fixed"
                .formatted(report.verdict().status().label(), tally.fresh(), tally.counting(), tally.fixed());
    }

    private static boolean isFresh(Finding finding) {
        return finding.state() != State.EXISTING;
    }

    private String id(
            BuildPlace place, String conclusion, String title, String summary, List<CheckContent.Note> annotations) {
        return "gatehouse-"
                + Sha256.of(name, place.commit(), conclusion, title, summary, annotations.toString())
                        .substring(0, 40);
    }
}
