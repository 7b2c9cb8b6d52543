package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public final class Permission {
    public final String name = null;

    public static final hudson.security.Permission READ = null;

    public Permission(
            hudson.security.PermissionGroup a,
            String b,
            org.jvnet.localizer.Localizable c,
            hudson.security.Permission d,
            hudson.security.PermissionScope e) {
        throw Signature.only();
    }

    public String getId() {
        throw Signature.only();
    }

    public boolean equals(Object a) {
        throw Signature.only();
    }

    public int hashCode() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }
}
