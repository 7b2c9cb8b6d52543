package dev.gatehouse.jenkins.release;

import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;

/**
 * Who may decide on a release. No other permission implies these, that of administrators neither: whoever lets builds
 * out is named for it.
 */
public final class GatePermissions {
    private static final PermissionGroup GROUP = new PermissionGroup(GatePermissions.class, Messages.text("Gatehouse"));

    /** To approve and to reject; the policy's roles decide further. */
    public static final Permission APPROVE = permission("Approve");

    /** To end the waiting without a decision. */
    public static final Permission ABORT = permission("Abort");

    private GatePermissions() {}

    private static Permission permission(String name) {
        return new Permission(GROUP, name, Messages.text(name), null, PermissionScope.RUN);
    }
}
