package dev.gatehouse.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Where credentials are looked up: as far as a build's job may use them, or for Jenkins itself. */
public interface CredentialLookup {

    <C extends IdCredentials> Optional<C> find(String id, Class<C> type);

    static CredentialLookup of(Run<?, ?> run) {
        return new CredentialLookup() {
            @Override
            public <C extends IdCredentials> Optional<C> find(String id, Class<C> type) {
                return Optional.ofNullable(CredentialsProvider.findCredentialById(id, type, run));
            }
        };
    }

    static CredentialLookup ofJenkins() {
        return new CredentialLookup() {
            @Override
            public <C extends IdCredentials> Optional<C> find(String id, Class<C> type) {
                var everywhere = (ItemGroup<?>) Jenkins.get();
                return CredentialsProvider.lookupCredentialsInItemGroup(type, everywhere, ACL.SYSTEM2).stream()
                        .filter(credentials -> credentials.getId().equals(id))
                        .findFirst();
            }
        };
    }

    /**
     * A secret text, or the password of a user.
     *
     * @param what it is for, for the message
     */
    default String secret(String id, String what) throws AbortException {
        var text = find(id, StringCredentials.class).map(found -> found.getSecret());
        return text.or(() -> find(id, StandardUsernamePasswordCredentials.class).map(found -> found.getPassword()))
                .orElseThrow(() -> missing(id, what))
                .getPlainText();
    }

    /** User and password. */
    default StandardUsernamePasswordCredentials login(String id, String what) throws AbortException {
        return find(id, StandardUsernamePasswordCredentials.class).orElseThrow(() -> missing(id, what));
    }

    private static AbortException missing(String id, String what) {
        return new AbortException("Gatehouse: the credentials '%s' for %s are not to be had here".formatted(id, what));
    }
}
