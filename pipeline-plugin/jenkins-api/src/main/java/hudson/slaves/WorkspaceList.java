package hudson.slaves;

import dev.gatehouse.jenkins.api.Signature;

public final class WorkspaceList {
    public WorkspaceList() {
        throw Signature.only();
    }

    public static hudson.FilePath tempDir(hudson.FilePath a) {
        throw Signature.only();
    }
}
