package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.machine.AbortableExecution;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs the step in a thread of its own; aborting the build interrupts it, which ends the scan's processes. */
final class SecurityScanExecution extends AbortableExecution<ScanResult> {
    private static final long serialVersionUID = 1L;

    private final ScanOptions options;

    SecurityScanExecution(StepContext context, ScanOptions options) {
        super(context);
        this.options = options;
    }

    @Override
    protected ScanResult work() throws IOException, InterruptedException {
        var context = getContext();
        var node = context.get(FlowNode.class);
        var place = new BuildPlace(
                Objects.requireNonNull(context.get(Run.class)),
                Objects.requireNonNull(context.get(FilePath.class)),
                Objects.requireNonNull(context.get(EnvVars.class)),
                Objects.requireNonNull(context.get(Launcher.class)),
                Objects.requireNonNull(context.get(TaskListener.class)),
                Branches.around(node));
        place.workspace().mkdirs();
        var summary = new RecordedScanTask(place, options).run();
        var consequence = Consequence.of(summary, options);
        if (consequence.effect() == OnGate.FAILURE) {
            throw new AbortException(consequence.sentence());
        }
        if (consequence.effect() == OnGate.UNSTABLE) {
            place.run().setResult(Result.UNSTABLE);
            if (node != null) {
                node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(consequence.sentence()));
            }
        }
        return new ScanResult(summary);
    }
}
