package dev.gatehouse.jenkins.distribution;

import hudson.remoting.RemoteInputStream;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Unpacks a distribution on a machine; the zip comes over the wire. */
final class Unpack extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    @SuppressWarnings("serial") // made for exactly this
    private final RemoteInputStream zip;

    Unpack(String sha256, RemoteInputStream zip) {
        this.sha256 = sha256;
        this.zip = zip;
    }

    @Override
    public String invoke(File folder, VirtualChannel channel) throws IOException {
        return new DistributionFolder(folder.toPath()).unpack(sha256, zip).toString();
    }
}
