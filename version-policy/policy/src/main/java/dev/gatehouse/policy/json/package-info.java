/**
 * Bytes that are hashed or signed: canonical JSON (RFC 8785) and SHA-256. Called by ledger and signing; knows no release.
 */
@NullMarked
package dev.gatehouse.policy.json;

import org.jspecify.annotations.NullMarked;
