package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public interface AccessControlled {
    hudson.security.ACL getACL();

    default void checkPermission(hudson.security.Permission a) {
        throw Signature.only();
    }
}
