package dev.gatehouse.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

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

    public boolean isSet() {
        return !credentialsId.isEmpty();
    }

    /** What is no secret. */
    public Map<String, String> open() {
        return address.isEmpty() ? Map.of() : Map.of(addressVariable, address);
    }

    /** The token, as far as the job may use the credentials. */
    public Map<String, String> secrets(Run<?, ?> run) throws AbortException {
        var secrets = new LinkedHashMap<String, String>();
        if (isSet()) {
            secrets.put(tokenVariable, token(run));
        }
        return secrets;
    }

    private String token(Run<?, ?> run) throws AbortException {
        var text = CredentialsProvider.findCredentialById(credentialsId, StringCredentials.class, run);
        if (text != null) {
            return text.getSecret().getPlainText();
        }
        var login =
                CredentialsProvider.findCredentialById(credentialsId, StandardUsernamePasswordCredentials.class, run);
        if (login != null) {
            return login.getPassword().getPlainText();
        }
        throw new AbortException(
                "Gatehouse: the credentials '%s' for %s are not to be had in this job".formatted(credentialsId, name));
    }
}
