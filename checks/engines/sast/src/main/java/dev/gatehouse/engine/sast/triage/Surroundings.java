package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.reach.CallGraph;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Triage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** What the code around a finding is: reached from outside or not, dead, a test, generated. */
final class Surroundings {
    private static final int LONGEST_WAY = 8;
    private static final Pattern TEST = Pattern.compile("Lorg/junit/.*Test;|Lorg/junit/(?:Before|After).*;"
            + "|Lorg/testng/annotations/.*;|junit/framework/TestCase");
    private static final Pattern GENERATED = Pattern.compile("L(?:.*/)?Generated;");

    private final CallGraph calls;

    Surroundings(CallGraph calls) {
        this.calls = calls;
    }

    /** The finding with what is around it, and {@code unlikely} where nothing runs it. */
    Finding on(Finding finding) {
        if (!(finding.location() instanceof Location.Code code)) {
            return finding;
        }
        var type = code.className().replace('.', '/');
        var marked = tagged(finding, type);
        if (code.method() == null || Triage.levelOf(finding.triage()) == Triage.Level.INFORMATIONAL) {
            return marked;
        }
        if (calls.isNeverCalled(type, code.method())) {
            return marked.withTriage(new Triage(
                    Triage.Level.UNLIKELY, "Nothing in the module calls this private method, so it does not run."));
        }
        return calls.isEntered() ? told(marked, type, code.method()) : marked;
    }

    private Finding tagged(Finding finding, String type) {
        var tags = new ArrayList<>(finding.tags());
        if (calls.traits(type).stream().anyMatch(one -> TEST.matcher(one).matches())) {
            tags.add("test-code");
        }
        if (calls.marks(type).stream().anyMatch(one -> GENERATED.matcher(one).matches())) {
            tags.add("generated-code");
        }
        return tags.size() == finding.tags().size() ? finding : finding.withTags(tags);
    }

    private Finding told(Finding finding, String type, String method) {
        var old = finding.evidence();
        var facts = new LinkedHashMap<>(old.facts());
        facts.put(
                "Reached from",
                calls.way(type, method)
                        .map(way -> "%s (%s)".formatted(shown(way.methods()), way.kind()))
                        .orElse("no entry point that is known; other code may call it"));
        return finding.withEvidence(new Evidence(old.excerpt(), old.steps(), facts, old.references()));
    }

    private static String shown(List<String> way) {
        if (way.size() <= LONGEST_WAY) {
            return String.join(" > ", way);
        }
        var ends = new ArrayList<>(way.subList(0, LONGEST_WAY / 2));
        ends.add("%d more".formatted(way.size() - LONGEST_WAY));
        ends.addAll(way.subList(way.size() - LONGEST_WAY / 2, way.size()));
        return String.join(" > ", ends);
    }
}
