package dev.gatehouse.jenkins.config;

import hudson.AbortException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where Jira or GitHub is, and the token for it.
 *
 * @param name for messages: {@code jira} or {@code github}
 * @param address empty when the command shall find it
 * @param credentialsId a secret text, or user and password of which the password counts; empty for none
 * @param addressVariable by which the command reads the address
 * @param tokenVariable by which the command reads the token
 */
public record TrackerAccess(
        String name, String address, String credentialsId, String addressVariable, String tokenVariable) {

    static TrackerAccess jira(String address, String credentialsId) {
        return new TrackerAccess("jira", address, credentialsId, "GATEHOUSE_JIRA_SITE", "JIRA_TOKEN");
    }

    static TrackerAccess github(String address, String credentialsId) {
        return new TrackerAccess("github", address, credentialsId, "GATEHOUSE_GITHUB_API", "GATEHOUSE_GITHUB_TOKEN");
    }

    public boolean isSet() {
        return !credentialsId.isEmpty();
    }

    /** What is no secret. */
    public Map<String, String> open() {
        return address.isEmpty() ? Map.of() : Map.of(addressVariable, address);
    }

    /** The token, as far as it may be used. */
    public Map<String, String> secrets(CredentialLookup lookup) throws AbortException {
        var secrets = new LinkedHashMap<String, String>();
        if (isSet()) {
            secrets.put(tokenVariable, lookup.secret(credentialsId, name));
        }
        return secrets;
    }
}
