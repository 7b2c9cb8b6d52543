package jenkins.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class GlobalConfiguration extends hudson.model.Descriptor<jenkins.model.GlobalConfiguration>
        implements hudson.ExtensionPoint, hudson.model.Describable<jenkins.model.GlobalConfiguration> {
    protected GlobalConfiguration() {
        throw Signature.only();
    }

    public final hudson.model.Descriptor<jenkins.model.GlobalConfiguration> getDescriptor() {
        throw Signature.only();
    }
}
