package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Evidence;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.StringAnnotation;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the engine says about the way from source to sink, in a fixed order: its own order changes from run to run. */
final class Proof {
    private Proof() {}

    static Evidence of(BugInstance bug) {
        var facts = new TreeMap<String, String>();
        for (var annotation : bug.getAnnotations()) {
            if (annotation instanceof StringAnnotation text) {
                facts.merge(Plain.text(text.getDescription()), Plain.text(text.getValue()), Proof::both);
            }
        }
        return new Evidence(null, steps(bug), facts, List.of());
    }

    private static String both(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        return one.compareTo(other) < 0 ? one + ", " + other : other + ", " + one;
    }

    private static List<Evidence.Step> steps(BugInstance bug) {
        var primary = bug.getPrimarySourceLineAnnotation();
        return bug.getAnnotations().stream()
                .filter(SourceLineAnnotation.class::isInstance)
                .map(SourceLineAnnotation.class::cast)
                .filter(line -> !line.equals(primary) && line.getStartLine() > 0)
                .sorted()
                .map(line -> new Evidence.Step(line.getDescription(), sourcePath(line), line.getStartLine()))
                .distinct()
                .toList();
    }

    /** {@code package/Type.java} as the class file has it; none without debug information. */
    static @Nullable String sourcePath(SourceLineAnnotation line) {
        return line.isSourceFileKnown() ? line.getSourcePath() : null;
    }
}
