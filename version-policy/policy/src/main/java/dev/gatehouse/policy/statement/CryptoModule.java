package dev.gatehouse.policy.statement;

/**
 * The validated cryptographic module in use.
 *
 * @param certificate of the validation programme, such as {@code CMVP #4943}
 */
public record CryptoModule(String name, String version, String certificate) {}
