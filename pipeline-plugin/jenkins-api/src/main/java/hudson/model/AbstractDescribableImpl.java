package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AbstractDescribableImpl<T extends hudson.model.AbstractDescribableImpl<T>>
        implements hudson.model.Describable<T> {
    public AbstractDescribableImpl() {
        throw Signature.only();
    }
}
