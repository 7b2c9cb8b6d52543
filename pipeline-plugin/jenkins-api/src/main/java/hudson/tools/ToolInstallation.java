package hudson.tools;

import dev.gatehouse.jenkins.api.Signature;

public abstract class ToolInstallation {
    protected ToolInstallation(String a, String b) {
        throw Signature.only();
    }

    public String getName() {
        throw Signature.only();
    }

    public String getHome() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }
}
