package org.jenkinsci.plugins.workflow.steps;

import dev.gatehouse.jenkins.api.Signature;

public abstract class StepDescriptor extends hudson.model.Descriptor<org.jenkinsci.plugins.workflow.steps.Step> {
    public StepDescriptor() {
        throw Signature.only();
    }

    public abstract java.util.Set<? extends Class<?>> getRequiredContext();

    public abstract String getFunctionName();
}
