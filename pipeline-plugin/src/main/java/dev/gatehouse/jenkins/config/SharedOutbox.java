package dev.gatehouse.jenkins.config;

import hudson.AbortException;
import java.util.Map;

/**
 * Where what trackers are to know waits.
 *
 * @param place empty for a file of each machine's user, a path on each machine, or {@code jdbc:postgresql:…}
 * @param credentialsId of the database; empty for none
 */
public record SharedOutbox(String place, String credentialsId) {

    /** Whether all machines have the same one. */
    public boolean isDatabase() {
        return place.startsWith("jdbc:");
    }

    /** What tells the command; no secret. */
    public Map<String, String> open() {
        return place.isEmpty() ? Map.of() : Map.of("GATEHOUSE_OUTBOX", place);
    }

    public Map<String, String> secrets(CredentialLookup lookup) throws AbortException {
        return isDatabase() && !credentialsId.isEmpty()
                ? Map.of("GATEHOUSE_OUTBOX_PASSWORD", lookup.secret(credentialsId, "the outbox"))
                : Map.of();
    }
}
