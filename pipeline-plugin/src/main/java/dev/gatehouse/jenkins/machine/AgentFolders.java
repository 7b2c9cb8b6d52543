package dev.gatehouse.jenkins.machine;

import hudson.AbortException;
import hudson.FilePath;
import java.io.IOException;
import jenkins.model.Jenkins;

/** Where an agent keeps what outlives a build. */
final class AgentFolders {
    private AgentFolders() {}

    /** The folder {@code tools/gatehouse} of the agent that has this workspace. */
    static FilePath tools(FilePath workspace) throws IOException {
        if (!workspace.isRemote()) {
            // the controller, which has no agent when it has no executors
            return Jenkins.get().getRootPath().child("tools").child("gatehouse");
        }
        var computer = workspace.toComputer();
        var node = computer == null ? null : computer.getNode();
        var root = node == null ? null : node.getRootPath();
        if (root == null) {
            throw new AbortException("the agent is gone: the scan cannot run");
        }
        return root.child("tools").child("gatehouse");
    }
}
