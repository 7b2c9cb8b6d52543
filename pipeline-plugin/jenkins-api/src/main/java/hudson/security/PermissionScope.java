package hudson.security;

public final class PermissionScope {
    public static final hudson.security.PermissionScope RUN = null;

    public static final hudson.security.PermissionScope JENKINS = null;

    PermissionScope() {}
}
