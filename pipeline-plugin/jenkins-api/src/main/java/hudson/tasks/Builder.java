package hudson.tasks;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Builder extends hudson.tasks.BuildStepCompatibilityLayer
        implements hudson.model.Describable<hudson.tasks.Builder>, hudson.ExtensionPoint {
    public Builder() {
        throw Signature.only();
    }

    public hudson.model.Descriptor<hudson.tasks.Builder> getDescriptor() {
        throw Signature.only();
    }
}
