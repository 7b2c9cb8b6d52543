package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.text.VisibleText;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.StringAnnotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the engine says about the way from source to sink, in a fixed order: its own order changes from run to run. */
final class Proof {
    /** Where the engine could not see where a value comes from it names many places; a few do. */
    private static final int MAX_STEPS = 20;

    private Proof() {}

    static Evidence of(BugInstance bug) {
        var texts = new TreeMap<String, TreeSet<String>>();
        for (var annotation : bug.getAnnotations()) {
            if (annotation instanceof StringAnnotation text) {
                texts.computeIfAbsent(VisibleText.brief(text.getDescription()), label -> new TreeSet<>())
                        .add(Signatures.readable(VisibleText.brief(text.getValue())));
            }
        }
        var facts = new LinkedHashMap<String, String>();
        texts.forEach((label, values) -> facts.put(label, String.join(", ", values)));
        return new Evidence(null, steps(bug), facts, List.of());
    }

    private static List<Evidence.Step> steps(BugInstance bug) {
        var primary = bug.getPrimarySourceLineAnnotation();
        return bug.getAnnotations().stream()
                .filter(SourceLineAnnotation.class::isInstance)
                .map(SourceLineAnnotation.class::cast)
                .filter(line -> !line.equals(primary) && line.getStartLine() > 0)
                .sorted()
                .map(line -> new Evidence.Step(
                        "the value passes through " + VisibleText.brief(line.getSimpleClassName()),
                        sourcePath(line),
                        line.getStartLine()))
                .distinct()
                .limit(MAX_STEPS)
                .toList();
    }

    /** {@code package/Type.java} as the class file has it; none without debug information. */
    static @Nullable String sourcePath(SourceLineAnnotation line) {
        return line.isSourceFileKnown() ? line.getSourcePath() : null;
    }
}
