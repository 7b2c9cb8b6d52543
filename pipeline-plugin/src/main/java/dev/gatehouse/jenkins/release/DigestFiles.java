package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Takes digests on the agent, which whole files never leave. */
final class DigestFiles extends MasterToSlaveFileCallable<Gathered> {
    private static final long serialVersionUID = 1L;

    private final String patterns;

    DigestFiles(String patterns) {
        this.patterns = patterns;
    }

    @Override
    public Gathered invoke(File folder, VirtualChannel channel) throws IOException {
        try {
            return new Gathered("", "", List.of(), WorkspaceFiles.matching(folder.toPath(), patterns));
        } catch (BadInput e) {
            throw new AbortException("publishClientVersion: " + e.getMessage());
        }
    }
}
