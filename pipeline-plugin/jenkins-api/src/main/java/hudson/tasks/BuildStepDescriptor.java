package hudson.tasks;

import dev.gatehouse.jenkins.api.Signature;

public abstract class BuildStepDescriptor<T extends hudson.tasks.BuildStep & hudson.model.Describable<T>>
        extends hudson.model.Descriptor<T> {
    protected BuildStepDescriptor() {
        throw Signature.only();
    }

    public abstract boolean isApplicable(Class<? extends hudson.model.AbstractProject> a);
}
