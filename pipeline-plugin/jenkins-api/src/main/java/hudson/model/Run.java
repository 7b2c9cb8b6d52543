package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Run<JobT extends hudson.model.Job<JobT, RunT>, RunT extends hudson.model.Run<JobT, RunT>>
        extends hudson.model.Actionable {
    public int number;

    protected String description;

    protected Run(JobT a) throws java.io.IOException {
        throw Signature.only();
    }

    protected void onLoad() {
        throw Signature.only();
    }

    public void addAction(hudson.model.Action a) {
        throw Signature.only();
    }

    public void setResult(hudson.model.Result a) {
        throw Signature.only();
    }

    public <T extends hudson.model.Cause> T getCause(Class<T> a) {
        throw Signature.only();
    }

    public JobT getParent() {
        throw Signature.only();
    }

    public String getDescription() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }

    public String getFullDisplayName() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public int getNumber() {
        throw Signature.only();
    }

    public RunT getPreviousBuild() {
        throw Signature.only();
    }

    public String getUrl() {
        throw Signature.only();
    }

    public final String getSearchUrl() {
        throw Signature.only();
    }

    public String getId() {
        throw Signature.only();
    }

    public java.io.File getRootDir() {
        throw Signature.only();
    }

    public hudson.model.Api getApi() {
        throw Signature.only();
    }

    public hudson.security.ACL getACL() {
        throw Signature.only();
    }

    public void delete() throws java.io.IOException {
        throw Signature.only();
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }
}
