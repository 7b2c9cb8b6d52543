package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Actionable extends hudson.model.AbstractModelObject
        implements jenkins.model.ModelObjectWithContextMenu {
    public Actionable() {
        throw Signature.only();
    }

    public void addAction(hudson.model.Action a) {
        throw Signature.only();
    }

    public boolean addOrReplaceAction(hudson.model.Action a) {
        throw Signature.only();
    }

    public <T extends hudson.model.Action> T getAction(Class<T> a) {
        throw Signature.only();
    }
}
