package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public abstract class ACL {
    public static final org.springframework.security.core.Authentication SYSTEM2 = null;

    public ACL() {
        throw Signature.only();
    }

    public static hudson.security.ACLContext as2(org.springframework.security.core.Authentication a) {
        throw Signature.only();
    }

    public static boolean isAnonymous2(org.springframework.security.core.Authentication a) {
        throw Signature.only();
    }

    public final void checkPermission(hudson.security.Permission a) {
        throw Signature.only();
    }
}
