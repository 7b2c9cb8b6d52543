package org.jenkinsci.plugins.workflow.steps;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Step extends hudson.model.AbstractDescribableImpl<org.jenkinsci.plugins.workflow.steps.Step>
        implements hudson.ExtensionPoint {
    public Step() {
        throw Signature.only();
    }

    public abstract org.jenkinsci.plugins.workflow.steps.StepExecution start(
            org.jenkinsci.plugins.workflow.steps.StepContext a) throws Exception;

    public org.jenkinsci.plugins.workflow.steps.StepDescriptor getDescriptor() {
        throw Signature.only();
    }
}
