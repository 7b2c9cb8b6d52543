package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import java.time.Instant;

/**
 * One recorded decision.
 *
 * @param sequence from 1, without gaps
 * @param time when it was recorded, UTC
 * @param version of the payload's shape for this type
 * @param payload not to be changed: the hash covers it
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over the canonical JSON (RFC 8785) of all the other members, lower-case hexadecimal
 */
public record Entry(
        long sequence,
        Instant time,
        String actor,
        String type,
        int version,
        JsonNode payload,
        String previous,
        String hash) {

    public Head head() {
        return new Head(sequence, hash);
    }

    /** Throws {@link BadInput} for a payload of a shape that is newer than the newest one its reader knows. */
    public void refuseNewerThan(int known) {
        if (version > known) {
            throw new BadInput("entry %d of the ledger was written by a newer Gatehouse (%s, version %d): use that one"
                    .formatted(sequence, type, version));
        }
    }
}
