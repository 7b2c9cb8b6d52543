package dev.gatehouse.jenkins.distribution;

import hudson.remoting.VirtualChannel;
import java.io.File;
import jenkins.MasterToSlaveFileCallable;

/** Asks a machine whether it has a distribution. */
final class IsThere extends MasterToSlaveFileCallable<Boolean> {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    IsThere(String sha256) {
        this.sha256 = sha256;
    }

    @Override
    public Boolean invoke(File folder, VirtualChannel channel) {
        return new DistributionFolder(folder.toPath()).has(sha256);
    }
}
