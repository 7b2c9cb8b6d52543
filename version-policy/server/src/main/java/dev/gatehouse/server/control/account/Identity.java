package dev.gatehouse.server.control.account;

/**
 * Who somebody is to a provider of identities.
 *
 * @param issuer empty for nobody's
 * @param subject never given to anybody else by that issuer
 */
public record Identity(String issuer, String subject) {
    public static final Identity NONE = new Identity("", "");
}
