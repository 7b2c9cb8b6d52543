package dev.gatehouse.jenkins.release;

import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;

/**
 * Who may decide. No other permission implies those on releases, that of administrators neither: whoever lets builds
 * out is named for it.
 */
public final class GatePermissions {
    private static final PermissionGroup GROUP = new PermissionGroup(GatePermissions.class, Messages.text("Gatehouse"));

    /** To approve and to reject; the policy's roles decide further. */
    public static final Permission APPROVE = permission("Approve");

    /** To end the waiting without a decision. */
    public static final Permission ABORT = permission("Abort");

    /** To see what waits for trackers, and to retry or drop it; administrators have it. */
    public static final Permission OUTBOX =
            new Permission(GROUP, "Outbox", Messages.text("Outbox"), Jenkins.ADMINISTER, PermissionScope.JENKINS);

    private GatePermissions() {}

    private static Permission permission(String name) {
        return new Permission(GROUP, name, Messages.text(name), null, PermissionScope.RUN);
    }
}
