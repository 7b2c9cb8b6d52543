package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Job<JobT extends hudson.model.Job<JobT, RunT>, RunT extends hudson.model.Run<JobT, RunT>>
        extends hudson.model.AbstractItem {
    protected Job(hudson.model.ItemGroup a, String b) {
        super((hudson.model.ItemGroup) null, (String) null);
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }

    public void onLoad(hudson.model.ItemGroup<? extends hudson.model.Item> a, String b) throws java.io.IOException {
        throw Signature.only();
    }

    public void onCopiedFrom(hudson.model.Item a) {
        throw Signature.only();
    }

    public java.util.Collection<? extends hudson.model.Job> getAllJobs() {
        throw Signature.only();
    }

    public void delete() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public abstract boolean isBuildable();

    protected abstract java.util.SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT a);

    public RunT getLastBuild() {
        throw Signature.only();
    }

    public hudson.security.ACL getACL() {
        throw Signature.only();
    }
}
