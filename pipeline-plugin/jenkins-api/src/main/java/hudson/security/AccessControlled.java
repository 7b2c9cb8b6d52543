package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public interface AccessControlled {
    hudson.security.ACL getACL();

    default boolean hasPermission(hudson.security.Permission a) {
        throw Signature.only();
    }

    default void checkPermission(hudson.security.Permission a) {
        throw Signature.only();
    }
}
