package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Descriptor<T extends hudson.model.Describable<T>> {
    protected Descriptor() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getId() {
        throw Signature.only();
    }

    public void save() {
        throw Signature.only();
    }

    public void load() {
        throw Signature.only();
    }

    public static <T> java.util.List<T> toList(T... a) {
        throw Signature.only();
    }
}
