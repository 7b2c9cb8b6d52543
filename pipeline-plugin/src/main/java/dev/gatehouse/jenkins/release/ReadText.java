package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** A text file of a workspace. */
final class ReadText extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String name;

    ReadText(String name) {
        this.name = name;
    }

    @Override
    public String invoke(File folder, VirtualChannel channel) throws IOException {
        try {
            return WorkspaceText.read(folder.toPath(), name);
        } catch (BadInput e) {
            throw new AbortException("policy: " + e.getMessage());
        }
    }
}
