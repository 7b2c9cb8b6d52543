package org.jenkinsci.plugins.workflow.steps;

import dev.gatehouse.jenkins.api.Signature;

public abstract class StepExecution implements java.io.Serializable {
    protected StepExecution() {
        throw Signature.only();
    }

    protected StepExecution(org.jenkinsci.plugins.workflow.steps.StepContext a) {
        throw Signature.only();
    }

    public org.jenkinsci.plugins.workflow.steps.StepContext getContext() {
        throw Signature.only();
    }

    public void stop(Throwable a) throws Exception {
        throw Signature.only();
    }

    public void onResume() {
        throw Signature.only();
    }

    public String getStatus() {
        throw Signature.only();
    }

    public abstract boolean start() throws Exception;
}
