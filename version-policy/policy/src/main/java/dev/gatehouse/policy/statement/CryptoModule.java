package dev.gatehouse.policy.statement;

/**
 * The validated cryptographic module in use.
 *
 * @param certificate its number in the Cryptographic Module Validation Program (CMVP)
 */
public record CryptoModule(String name, String version, String certificate) {}
