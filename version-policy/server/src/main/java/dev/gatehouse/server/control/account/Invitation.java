package dev.gatehouse.server.control.account;

/**
 * A one-time code that makes an account.
 *
 * @param digest of the code
 * @param account whose it is to be; empty for the first administrator, who chooses
 * @param fullName as the inviter wrote it
 * @param expires milliseconds since 1970, UTC
 */
public record Invitation(String digest, String account, String fullName, long expires) {}
