package org.jenkinsci.plugins.workflow.steps;

import dev.gatehouse.jenkins.api.Signature;

public abstract class SynchronousNonBlockingStepExecution<T>
        extends org.jenkinsci.plugins.workflow.steps.StepExecution {
    protected SynchronousNonBlockingStepExecution(org.jenkinsci.plugins.workflow.steps.StepContext a) {
        throw Signature.only();
    }

    protected abstract T run() throws Exception;

    public final boolean start() throws Exception {
        throw Signature.only();
    }
}
