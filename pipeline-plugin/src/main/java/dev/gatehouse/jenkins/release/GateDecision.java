package dev.gatehouse.jenkins.release;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code releaseGate} returns to a Pipeline; scripts in the sandbox may read all of it. */
public final class GateDecision implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String version;
    private final String track;
    private final String outcome;
    private final boolean approved;
    private final String reason;
    private final String digest;

    @SuppressWarnings("serial") // an ArrayList of texts
    private final List<String> people;

    GateDecision(GateRecord gate) {
        version = gate.getVersion();
        track = gate.getTrack();
        outcome = gate.getOutcome();
        approved = gate.isApproved();
        reason = gate.getReason();
        digest = gate.getDigest();
        people = new ArrayList<>(gate.getPeople());
    }

    @Whitelisted
    public String getVersion() {
        return version;
    }

    /** {@code app/platform/channel}. */
    @Whitelisted
    public String getTrack() {
        return track;
    }

    /** {@code waiting}, {@code approved}, {@code rejected}, {@code timed out} or {@code aborted}. */
    @Whitelisted
    public String getOutcome() {
        return outcome;
    }

    @Whitelisted
    public boolean isApproved() {
        return approved;
    }

    /** Why, when it was not approved. */
    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** SHA-256 of what was proposed. */
    @Whitelisted
    public String getDigest() {
        return digest;
    }

    /** Who approved, rejected or aborted. */
    @Whitelisted
    public List<String> getPeople() {
        return people;
    }
}
