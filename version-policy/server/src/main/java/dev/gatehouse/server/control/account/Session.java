package dev.gatehouse.server.control.account;

/**
 * Somebody who signed in with a browser.
 *
 * @param digest of the cookie's secret
 * @param whole whether the second step was taken too; without it nothing but that step may be done
 * @param expires milliseconds since 1970, UTC
 */
public record Session(String digest, String account, boolean whole, long expires) {}
