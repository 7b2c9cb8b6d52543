package dev.gatehouse.jenkins.config;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.remote.Wire;
import hudson.AbortException;

/**
 * The Gatehouse server that decides on releases in place of the controller's ledger.
 *
 * @param address empty for none
 * @param credentialsId of its API token
 */
public record ServerAccess(String address, String credentialsId) {

    public boolean isSet() {
        return !address.isEmpty();
    }

    /** @throws BadInput when the address or the token cannot be one */
    public ServerDesk desk(CredentialLookup lookup) throws AbortException {
        return desk(lookup, new ProxiedWire());
    }

    ServerDesk desk(CredentialLookup lookup, Wire wire) throws AbortException {
        if (credentialsId.isEmpty()) {
            throw new BadInput("the server needs an API token: choose its credentials under Manage Jenkins » System");
        }
        var token = lookup.secret(credentialsId, "the server").strip();
        if (!ServerDesk.isToken(token)) {
            throw new BadInput("the credentials '%s' hold no API token of a server".formatted(credentialsId));
        }
        return new ServerDesk("the server's address", address, token, wire);
    }
}
