package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AbstractItem extends hudson.model.Actionable
        implements hudson.model.Item, hudson.security.AccessControlled {
    protected AbstractItem(hudson.model.ItemGroup a, String b) {
        throw Signature.only();
    }

    protected String name;

    protected String description;

    public String getName() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public java.io.File getRootDir() {
        throw Signature.only();
    }

    public hudson.model.ItemGroup getParent() {
        throw Signature.only();
    }

    public String getDescription() {
        throw Signature.only();
    }

    public abstract java.util.Collection<? extends hudson.model.Job> getAllJobs();

    public final String getFullName() {
        throw Signature.only();
    }

    public final String getFullDisplayName() {
        throw Signature.only();
    }

    public void onLoad(hudson.model.ItemGroup<? extends hudson.model.Item> a, String b) throws java.io.IOException {
        throw Signature.only();
    }

    public void onCopiedFrom(hudson.model.Item a) {
        throw Signature.only();
    }

    public final String getUrl() {
        throw Signature.only();
    }

    public String getShortUrl() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    public final hudson.model.Api getApi() {
        throw Signature.only();
    }

    public hudson.security.ACL getACL() {
        throw Signature.only();
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }

    public void delete(org.kohsuke.stapler.StaplerRequest2 a, org.kohsuke.stapler.StaplerResponse2 b)
            throws java.io.IOException, jakarta.servlet.ServletException {
        throw Signature.only();
    }

    public void delete() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public void load() throws java.io.IOException {
        throw Signature.only();
    }

    public String getSearchName() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }
}
