package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.text.VisibleText;
import hudson.model.User;
import hudson.security.ACL;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The authorities that Jenkins' security realm gives to a person now. */
final class JenkinsGroups implements Groups {
    private static final Logger LOG = Logger.getLogger(JenkinsGroups.class.getName());

    @Override
    @SuppressWarnings("try") // the context is held, not used
    public Set<String> of(String person) {
        try (var system = ACL.as2(ACL.SYSTEM2)) {
            var user = User.getById(person, false);
            return user == null ? Set.of() : names(user.impersonate2());
        } catch (RuntimeException e) {
            // a realm that is down, or one that no longer knows them: their word does not count by a group
            LOG.log(Level.WARNING, "the groups of " + VisibleText.line(person) + " cannot be asked for", e);
            return Set.of();
        }
    }

    static Set<String> names(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }
}
