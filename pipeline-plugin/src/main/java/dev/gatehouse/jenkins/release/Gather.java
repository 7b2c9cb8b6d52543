package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Reads on the agent what a candidate is made of. */
final class Gather extends MasterToSlaveFileCallable<Gathered> {
    private static final long serialVersionUID = 1L;

    private final CandidateReading reading;

    Gather(CandidateReading reading) {
        this.reading = reading;
    }

    @Override
    public Gathered invoke(File folder, VirtualChannel channel) throws IOException {
        try {
            return reading.in(folder.toPath());
        } catch (BadInput e) {
            // a class of a library is not one that a controller takes from an agent
            throw new AbortException("releaseGate: " + e.getMessage());
        }
    }
}
