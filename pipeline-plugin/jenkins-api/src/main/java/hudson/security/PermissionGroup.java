package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public final class PermissionGroup
        implements Iterable<hudson.security.Permission>, Comparable<hudson.security.PermissionGroup> {
    public PermissionGroup(Class a, org.jvnet.localizer.Localizable b) throws IllegalStateException {
        throw Signature.only();
    }

    public java.util.Iterator<hudson.security.Permission> iterator() {
        throw Signature.only();
    }

    public int compareTo(hudson.security.PermissionGroup a) {
        throw Signature.only();
    }
}
