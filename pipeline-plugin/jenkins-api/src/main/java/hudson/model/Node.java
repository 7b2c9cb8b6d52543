package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Node extends hudson.model.AbstractModelObject {
    public Node() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }

    public abstract String getNodeName();

    public abstract void setNodeName(String a);

    public abstract String getNodeDescription();

    public abstract hudson.Launcher createLauncher(hudson.model.TaskListener a);

    public abstract int getNumExecutors();

    public final hudson.model.Computer toComputer() {
        throw Signature.only();
    }

    public final hudson.remoting.VirtualChannel getChannel() {
        throw Signature.only();
    }

    protected abstract hudson.model.Computer createComputer();

    public abstract String getLabelString();

    public abstract hudson.FilePath getRootPath();

    public hudson.security.ACL getACL() {
        throw Signature.only();
    }

    public abstract hudson.remoting.Callable getClockDifferenceCallable();

    public java.io.File getRootDir() {
        throw Signature.only();
    }
}
