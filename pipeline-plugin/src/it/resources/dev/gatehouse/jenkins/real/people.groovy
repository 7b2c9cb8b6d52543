// Who there is, and what each may do: root administers, ada builds, ada and bob approve, dan aborts, carol reads.
import hudson.model.User
import hudson.security.*
import jenkins.model.Jenkins
import org.jenkinsci.plugins.matrixauth.AuthorizationType
import org.jenkinsci.plugins.matrixauth.PermissionEntry

def j = Jenkins.get()
def realm = j.securityRealm instanceof HudsonPrivateSecurityRealm ? j.securityRealm : new HudsonPrivateSecurityRealm(false, false, null)
j.setSecurityRealm(realm)
["ada", "bob", "carol", "dan", "root"].each {
    if (User.getById(it, false) == null) {
        realm.createAccount(it, it + "-pw")
    }
}
def a = new GlobalMatrixAuthorizationStrategy()
def p = { who, perms ->
    perms.each {
        // ours are not there before the plugin is
        def permission = Permission.fromId(it)
        if (permission != null) {
            a.add(permission, new PermissionEntry(AuthorizationType.USER, who))
        }
    }
}
p("root", ["hudson.model.Hudson.Administer"])
def read = ["hudson.model.Hudson.Read","hudson.model.Item.Read"]
p("ada", read + ["hudson.model.Item.Build","hudson.model.Item.Cancel","dev.gatehouse.jenkins.release.GatePermissions.Approve"])
p("bob", read + ["dev.gatehouse.jenkins.release.GatePermissions.Approve"])
p("carol", read)
p("dan", read + ["dev.gatehouse.jenkins.release.GatePermissions.Abort"])
j.setAuthorizationStrategy(a)
j.save()
