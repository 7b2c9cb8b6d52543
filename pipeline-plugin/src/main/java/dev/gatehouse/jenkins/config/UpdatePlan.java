package dev.gatehouse.jenkins.config;

import hudson.AbortException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the controller keeps the vulnerability database up to date.
 *
 * @param hours between two updates; 0 for none
 * @param mirror where the NVD's files are copied to; empty for the NVD itself
 * @param credentialsId of the key for the NVD's API; empty for none
 */
public record UpdatePlan(int hours, String mirror, String credentialsId) {

    /** Whether it is time, given when the last one began. */
    public boolean isDue(VulnerabilityDatabase database, Optional<Instant> last, Instant now) {
        return hours > 0
                && !database.isEmbedded()
                && last.map(begun -> !now.isBefore(begun.plus(Duration.ofHours(hours))))
                        .orElse(true);
    }

    /** What follows {@code gatehouse}. */
    public List<String> command() {
        var words = new ArrayList<>(List.of("vulndb", "update"));
        if (!mirror.isEmpty()) {
            words.add("--mirror=" + mirror);
        }
        return words;
    }

    public Map<String, String> secrets(CredentialLookup lookup) throws AbortException {
        return mirror.isEmpty() && !credentialsId.isEmpty()
                ? Map.of("NVD_API_KEY", lookup.secret(credentialsId, "the NVD"))
                : Map.of();
    }
}
