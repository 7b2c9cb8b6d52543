package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.ba.XFactory;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.MethodDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes what the engine reports during one analysis. */
final class Heard extends AbstractBugReporter {
    static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::kind).thenComparing(Problem::place).thenComparing(Problem::sentence);

    private static final int NAMED = 5;

    private final String module;
    private final RuleFacts facts;
    private final List<BugInstance> bugs = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> skipped = new TreeSet<>();
    private final Set<String> errors = new TreeSet<>();

    Heard(String module, RuleFacts facts) {
        this.module = module;
        this.facts = facts;
        setPriorityThreshold(Priorities.LOW_PRIORITY);
    }

    List<BugInstance> bugs() {
        return List.copyOf(bugs);
    }

    /** What went wrong, one entry a kind: counts, and the first few names. */
    List<Problem> problems() {
        reportQueuedErrors();
        var problems = new ArrayList<Problem>();
        add(problems, "missing-classes", missing, "%d classes that the code refers to are not on the class path");
        add(
                problems,
                "skipped-methods",
                skipped,
                "%d methods were skipped, for they use a missing class or are too large");
        add(problems, "engine-errors", errors, "%d times the engine failed and may have missed findings");
        return problems;
    }

    private void add(List<Problem> problems, String kind, Set<String> names, String sentence) {
        if (!names.isEmpty()) {
            var more = names.size() > NAMED ? ", …" : "";
            problems.add(new Problem(
                    kind,
                    module,
                    sentence.formatted(names.size()) + ": "
                            + String.join(", ", names.stream().limit(NAMED).toList()) + more + "."));
        }
    }

    @Override
    protected void doReportBug(BugInstance bug) {
        if (facts.knows(bug.getType())) {
            bugs.add(bug);
        }
    }

    @Override
    public void reportMissingClass(String name) {
        missing.add(name);
    }

    @Override
    public void reportMissingClass(ClassDescriptor type) {
        missing.add(type.getDottedClassName());
    }

    /** Also called for methods without code, where there is nothing to miss. */
    @Override
    public void reportSkippedAnalysis(MethodDescriptor method) {
        var declared = XFactory.createXMethod(method);
        if (!declared.isAbstract() && !declared.isNative()) {
            skipped.add(method.getClassDescriptor().getDottedClassName() + "." + method.getName());
        }
    }

    @Override
    public void reportAnalysisError(AnalysisError error) {
        var thrown = error.getException();
        errors.add(VisibleText.brief(error.getMessage() + (thrown == null ? "" : " (" + thrown + ")")));
    }

    @Override
    public void finish() {
        // the bugs are taken when the engine returns
    }

    @Override
    public @Nullable BugCollection getBugCollection() {
        return null;
    }

    @Override
    public void observeClass(ClassDescriptor type) {
        // progress is told by ClassCount
    }
}
