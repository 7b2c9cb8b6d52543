package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How complete a scan was: every reason why it was not is kept, and the worst gives the status. */
public final class Outcome {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private ScannerStatus status = ScannerStatus.COMPLETED;
    private String reason = "";

    /** Part of the application was not looked at. */
    public void missed(String kind, String place, String sentence) {
        problems.add(new Problem(kind, place, sentence));
        if (status == ScannerStatus.COMPLETED) {
            status = ScannerStatus.PARTIAL;
        }
    }

    /** The scan ended before it had looked at what it should; what it found is kept. */
    public void ended(ScannerStatus how, String sentence) {
        if (status == ScannerStatus.COMPLETED || status == ScannerStatus.PARTIAL) {
            status = how;
            reason = sentence;
        }
    }

    /** A sentence for the report that makes nothing incomplete. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    public void count(String what, long number) {
        counts.put(what, number);
    }

    public ScannerStatus status() {
        return status;
    }

    /** Why the status is not completed. */
    public String reason() {
        return reason.isEmpty()
                ? problems.stream().map(Problem::sentence).distinct().collect(Collectors.joining("; "))
                : reason;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}
