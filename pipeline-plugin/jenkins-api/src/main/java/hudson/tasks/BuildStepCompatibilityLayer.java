package hudson.tasks;

import dev.gatehouse.jenkins.api.Signature;

public abstract class BuildStepCompatibilityLayer implements hudson.tasks.BuildStep {
    public BuildStepCompatibilityLayer() {
        throw Signature.only();
    }

    public hudson.model.Action getProjectAction(hudson.model.AbstractProject<?, ?> a) {
        throw Signature.only();
    }

    public java.util.Collection<? extends hudson.model.Action> getProjectActions(hudson.model.AbstractProject<?, ?> a) {
        throw Signature.only();
    }
}
