package dev.gatehouse.scanners.sast;

import dev.gatehouse.findings.guidance.GuidanceBook;
import dev.gatehouse.findings.model.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what a finding's weakness is and how to fix it; put together once for each kind, which many findings share. */
final class Words {
    private final GuidanceBook book;
    private final Map<Kind, Text> known = new HashMap<>();

    private record Kind(String rule, List<Integer> cwe) {}

    private record Text(String title, String description, String advice) {}

    Words(GuidanceBook book) {
        this.book = book;
    }

    Finding on(Finding finding) {
        var text = known.computeIfAbsent(new Kind(finding.rule(), finding.cwe()), this::write);
        return finding.withTitle(text.title()).withTexts(text.description(), text.advice());
    }

    private Text write(Kind kind) {
        var guidance = book.of(kind.rule(), kind.cwe());
        return new Text(guidance.title(), guidance.description(), guidance.advice());
    }
}
