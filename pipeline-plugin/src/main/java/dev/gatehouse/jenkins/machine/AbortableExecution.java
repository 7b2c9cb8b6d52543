package dev.gatehouse.jenkins.machine;

import hudson.AbortException;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/**
 * Does a step's work in a thread of its own; aborting the build interrupts it. Being interrupted is no fault of the
 * step, so the log has a sentence and no stack trace.
 *
 * @param <T> what the step returns
 */
public abstract class AbortableExecution<T> extends SynchronousNonBlockingStepExecution<T> {
    private static final long serialVersionUID = 1L;

    protected AbortableExecution(StepContext context) {
        super(context);
    }

    /** What the step does, in a thread of its own. */
    protected abstract @Nullable T work() throws IOException, InterruptedException;

    @Override
    @SuppressWarnings("NullAway") // a step without a result returns nothing
    protected final T run() throws IOException {
        try {
            return work();
        } catch (InterruptedException stopped) {
            throw new AbortException("[Gatehouse] stopped; nothing of it runs on");
        }
    }
}
