package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.databind.JsonNode;
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
}
